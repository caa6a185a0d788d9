// @ts-check
/* The browser's side of the live preview: reloads when its page has changed, keeps the place in the text, and shows
   what is found. Everything told is set as text, never as markup. */

/**
 * @typedef {{level: string, severity: string, message: string, place: string, href: string, hint: string,
 *   file: string, path: string, own: string}} Note
 * @typedef {{label: string, href: string}} Link
 * @typedef {{lang: string, errors: string, warnings: string, preview: string, open: string, hint: string, edit: string,
 *   copy: string, copied: string, failed: string}} Words
 * @typedef {{notes: Note[], links: Link[], words: Words, edits: boolean}} State
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

  /** Shows the errors, else the warnings, and the ways to all documents. The panel opens for errors that are new and
   * concern this page or the whole site, else stays as the reader left it.
   * @param {State} state */
  function show(state) {
    const errors = state.notes.filter(note => note.level === 'error'), wrong = errors.length > 0
    const shown = wrong ? errors : state.notes, sign = JSON.stringify(shown)
    const own = errors.some(note => note.own)
    const isNew = own && folded !== sign && panel?.dataset.sign !== sign
    const open = isNew || (panel ? panel.open : own)
    panel?.remove()
    panel = shown.length || state.links.length ? makePanel(state, shown, wrong, sign, open) : null
    for (const place of document.querySelectorAll('[data-path]')) addButtons(/** @type {HTMLElement} */ (place), state)
  }

  /** @param {State} state @param {Note[]} notes @param {boolean} wrong @param {string} sign @param {boolean} open */
  function makePanel(state, notes, wrong, sign, open) {
    const words = state.words, look = wrong ? ' gs-wrong' : notes.length ? '' : ' gs-calm'
    const made = make('details', document.body, `gs-preview${look}`)
    made.lang = words.lang
    made.dataset.sign = sign
    made.open = open
    const title = wrong ? words.errors : words.warnings
    make('summary', made, '', notes.length ? `${title} (${notes.length})` : words.preview)
    made.addEventListener('toggle', () => { folded = made.open ? null : sign })
    const list = notes.length ? make('ol', made) : made
    for (const note of notes.slice(0, mostNotes)) addNote(list, note, words)
    const links = make('ul', made)
    for (const { label, href } of state.links) make('a', make('li', links), '', label).href = href
    made.setAttribute('role', wrong ? 'alert' : 'status')
    return made
  }

  /** @param {Element} list @param {Note} note @param {Words} words */
  function addNote(list, note, words) {
    const item = make('li', list, `gs-${note.level}`)
    make('strong', item, '', `${note.severity}: ${note.message}`)
    const place = make('p', item, 'gs-place'), link = make('a', place, '', note.place)
    place.dataset.path = note.path
    place.dataset.file = note.file
    link.href = note.href
    link.title = words.open
    make('p', item, '', `${words.hint}: ${note.hint}`)
  }

  // Ways to a file that need no particular editor.

  /** @param {HTMLElement} place @param {State} state */
  function addButtons(place, { words, edits }) {
    if (place.querySelector('button')) return
    const path = place.dataset.path || '', file = place.dataset.file || ''
    const copy = make('button', place, '', words.copy)
    const edit = edits && /\.(md|yaml)$/.test(file) ? make('button', place, '', words.edit) : null
    const told = make('output', place)
    for (const made of [copy, edit, told]) if (made) made.lang = words.lang
    copy.type = 'button'
    copy.title = path
    copy.addEventListener('click', async () => { told.textContent = await copied(path) ? words.copied : path })
    if (!edit) return
    edit.type = 'button'
    edit.addEventListener('click', async () => { told.textContent = await opened(file) ? '' : words.failed })
  }

  /** @param {string} path */
  async function copied(path) {
    try {
      await navigator.clipboard.writeText(path)
      return true
    } catch { /* Away from this machine, or where the reader forbids it; the path is shown instead. */
      return false
    }
  }

  /** @param {string} file */
  async function opened(file) {
    try {
      return (await fetch(script.src.replace('client.js', 'edit'), { method: 'POST', body: JSON.stringify({ file }) })).ok
    } catch { /* The preview has ended. */
      return false
    }
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
      } else show(state)
    }
    line.onclose = () => {
      wait = Math.min(wait * 2, longestWait)
      setTimeout(connect, wait)
    }
  }

  if (stored()) history.scrollRestoration = 'manual'
  addEventListener('load', () => {
    recall()
    history.scrollRestoration = 'auto'
  })
  connect()
})()
