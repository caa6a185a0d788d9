@echo off
rem Builds the site: double-click it, or type build.bat with the commands of build.py.
setlocal
set "GUONGSANG_STARTED_BY=build.bat"
chcp 65001 >nul
where py >nul 2>nul
if errorlevel 1 (
    python "%~dp0build.py" %*
) else (
    py -3 "%~dp0build.py" %*
)
set "status=%errorlevel%"

rem Started by a double-click, the window would close before anyone could read it.
set "started=%cmdcmdline:"=%"
if "%~1"=="" if not "%started:build.bat=%"=="%started%" pause
exit /b %status%
