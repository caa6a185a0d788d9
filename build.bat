@echo off
rem Builds the site: double-click it, or type build.bat with the commands of build.py.
rem The line that holds what was typed stands in no brackets, because a bracket in it would end them.
setlocal DisableDelayedExpansion
set "GUONGSANG_STARTED_BY=build.bat"
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul') do set "page=%%p"
chcp 65001 >nul 2>nul

rem Each is tried by running it: python.exe of the Microsoft Store is there without a Python behind it.
set "run="
for %%v in (3.14 3.13 3.12 3.11) do if not defined run py -%%v -c "" >nul 2>nul && set "run=py -%%v"
set "fits=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
for %%p in (python3 python) do if not defined run %%p -c "%fits%" >nul 2>nul && set "run=%%p"
rem One that does not fit says so itself, in build.py.
for %%p in (py python3 python) do if not defined run %%p -c "" >nul 2>nul && set "run=%%p"
if not defined run goto missing

%run% "%~dp0build.py" %*
set "status=%errorlevel%"
goto end

:missing
set "status=3"
echo May nay chua co Python. Hay cai Python 3.14, 64 bit, tu https://www.python.org/downloads/ roi chay lai.
echo This machine has no Python. Install Python 3.14, 64 bit, from https://www.python.org/downloads/ and run again.
where python 2>nul | findstr /i "WindowsApps" >nul
if errorlevel 1 goto end
echo Lenh python o day chi mo Microsoft Store; ban cai dat tren python.org khong can lenh ay.
echo The python that is here only opens the Microsoft Store; the one from python.org does without it.

:end
if defined page chcp %page% >nul 2>nul
rem Started by a double-click, the window would close before anyone could read it.
set "started=%cmdcmdline:"=%"
if "%started: /c =%"=="%started%" goto leave
if "%started:build.bat=%"=="%started%" goto leave
if "%~1"=="" pause

:leave
exit /b %status%
