// @ts-check
/* The browser's side of the live preview: reloads when its page has changed, keeps the place in the text, and shows
   what is found. Everything told is set as text, never as markup. */

/**
 * @typedef {{level: string, severity: string, message: string, place: string, href: string, hint: string}} Note
 * @typedef {{lang: string, errors: string, warnings: string, open: string, hint: string}} Words
 */

(() => {
  'use strict'

  const script = /** @type {HTMLScriptElement} */ (document.currentScript), page = script.dataset.page
  const storageKey = `preview:${location.pathname}`
  const headMargin = 80, mostNotes = 100, firstWait = 200, longestWait = 5000

  // The place in the text.

  /** @returns {string | null} */
  function stored() {
    try {
      return sessionStorage.getItem(storageKey)
    } catch { /* Storage may be switched off. */
      return null
    }
  }

  /** @param {string} value nothing to forget it */
  function store(value) {
    try {
      if (value) sessionStorage.setItem(storageKey, value)
      else sessionStorage.removeItem(storageKey)
    } catch { /* Storage may be switched off. */ }
  }

  /** @param {Element} element */
  const topOf = element => element.getBoundingClientRect().top

  /** Keeps the nearest heading above and the distance from it; pixels alone shift with an edit. */
  function remember() {
    const near = [...document.querySelectorAll('main [id]')].filter(element => topOf(element) <= headMargin).pop()
    store(JSON.stringify({ y: scrollY, id: near?.id, by: near && topOf(near) }))
  }

  function recall() {
    const place = JSON.parse(stored() || 'null')
    store('')
    if (!place) return
    const near = place.id && document.getElementById(place.id)
    scrollTo(0, near ? scrollY + topOf(near) - place.by : place.y)
  }

  // What is found.

  /** @type {HTMLDetailsElement | null} */
  let panel = null
  /** The errors that the reader has folded away. @type {string | null} */
  let folded = null

  /** @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {Element} parent @param {string} [className] @param {string} [text] */
  function make(tag, parent, className = '', text = '') {
    const element = parent.appendChild(document.createElement(tag))
    element.className = className
    element.textContent = text
    return element
  }

  /** Shows the errors, else the warnings. The panel opens for errors that are new, else stays as the reader left it.
   * @param {Note[]} notes @param {Words} words */
  function show(notes, words) {
    const errors = notes.filter(note => note.level === 'error'), wrong = errors.length > 0
    const shown = wrong ? errors : notes, sign = JSON.stringify(shown)
    const isNew = wrong && folded !== sign && panel?.dataset.sign !== sign
    const open = isNew || (panel ? panel.open : wrong)
    panel?.remove()
    panel = shown.length ? makePanel(shown, words, wrong, sign, open) : null
  }

  /** @param {Note[]} notes @param {Words} words @param {boolean} wrong @param {string} sign @param {boolean} open */
  function makePanel(notes, words, wrong, sign, open) {
    const made = make('details', document.body, wrong ? 'gs-preview gs-wrong' : 'gs-preview')
    made.lang = words.lang
    made.dataset.sign = sign
    made.open = open
    make('summary', made, '', `${wrong ? words.errors : words.warnings} (${notes.length})`)
    made.addEventListener('toggle', () => { folded = made.open ? null : sign })
    const list = make('ol', made)
    for (const note of notes.slice(0, mostNotes)) addNote(list, note, words)
    made.setAttribute('role', wrong ? 'alert' : 'status')
    return made
  }

  /** @param {Element} list @param {Note} note @param {Words} words */
  function addNote(list, note, words) {
    const item = make('li', list, `gs-${note.level}`)
    make('strong', item, '', `${note.severity}: ${note.message}`)
    const link = make('a', make('p', item), '', note.place)
    link.href = note.href
    link.title = words.open
    make('p', item, '', `${words.hint}: ${note.hint}`)
  }

  // The line to the server.

  let wait = firstWait

  function connect() {
    const line = new WebSocket(`ws://${location.host}/livereload`)
    line.onopen = () => {
      wait = firstWait
      line.send(JSON.stringify({ path: location.pathname, page }))
    }
    line.onmessage = event => {
      const state = JSON.parse(event.data)
      if (state.command !== 'state') return
      if (state.reload) {
        remember()
        location.reload()
      } else show(state.notes, state.words)
    }
    line.onclose = () => {
      wait = Math.min(wait * 2, longestWait)
      setTimeout(connect, wait)
    }
  }

  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = script.src.replace('client.js', 'client.css')
  document.head.append(style)
  if (stored()) history.scrollRestoration = 'manual'
  addEventListener('load', () => {
    recall()
    history.scrollRestoration = 'auto'
  })
  connect()
})()
