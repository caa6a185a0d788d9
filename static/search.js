// @ts-check
/* Finds pages in the reader's browser, with the index that guongsang/render/search_index.py makes.
   A classic script without eval, fetch or modules, so it works under a strict policy and from a shared folder. It holds
   the page up, so that room for results is there when the page is first drawn. */

/**
 * @typedef {string | [text: string, lang: string]} Run a piece of text in the page's language, or in its own
 * @typedef {[url: string, title: Run[], about: Run[], text: Run[]]} Result
 * @typedef {Record<string, string>} Lists lists of documents by a key
 * @typedef {Record<string, Lists>} Shard lists of documents by two keys: folded and exact, or the words of a pair
 *
 * The table of contents: how many documents there are, and texts in a file; the first keys of the files of words and of
 * pairs; the digests of all files by kind; lengths of names; facets; abbreviations with the words that they stand for;
 * whether words are also found by their stems.
 * @typedef {{n: number, k: number, w: string[], p: string[], h: Record<string, string>, l: string,
 *   f: Record<string, Lists>, a: [short: string, long: string[]][], s: number}} Table
 *
 * A word of the query: its exact key, the folded one, those of the index; whether it was typed with marks; whether it
 * stands in a phrase and follows another word there; whether it may be unfinished.
 * @typedef {{exact: string, folded: string, keys: string[], marked: boolean, quoted: boolean, follows: boolean,
 *   open?: boolean}} Word
 *
 * @typedef {Map<number, any>} Weights numbers by that of a document
 * @typedef {(text: string) => RegExpExecArray[]} Sought finds the words of a text that were looked for
 */

// Before the page is drawn.
document.documentElement.classList.toggle('seeking', location.search > '?')
addEventListener('DOMContentLoaded', () => {
  // How much a word weighs by its place: text, text that has it often, summary and facts, title and names.
  const weights = [1, 1.6, 2.5, 9]
  // How much of it counts where the word stands in another form than that typed.
  const otherSpelling = .9, otherMarks = .25, beginning = .45, otherBeginning = .1, pairBeginning = .5

  const pageSize = 10, mostFiles = 8, excerptLength = 240, excerptLead = 80, typingPause = 250

  // The parts of the page, and new ones.

  const [form, hits, status, more, none, failed, plain] = 'search hits found more none failed plain'.split(' ')
    .map(id => /** @type {any} */ (document.getElementById(id)))

  /** @template {keyof HTMLElementTagNameMap} T @param {T} name @param {HTMLElement} parent */
  const make = (name, parent) => parent.appendChild(document.createElement(name))

  // Words to keys, as guongsang/render/search_words.py makes them.

  const tones = '\u0300\u0309\u0303\u0301\u0323'
  const tone = RegExp(`[${tones}]`, 'g')
  const noBlanks = '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff'
  const letter = `[^\\p{P}\\p{S}\\p{Z}\\p{C}${noBlanks}]`
  // 1.240 is one word with the letters that follow it.
  const WORD = RegExp(
    `[${noBlanks}]\\p{M}*|\\d{1,3}([.,]\\d{3})+(?!\\d)${letter}*|${letter}+`, 'gu')
  const unparted = RegExp(`^[${noBlanks}]`)
  /** @type {[ending: RegExp, left: string][]} */
  const endings = [
    [/^(..+)ie[sd]$/, '$1y'],
    [/sses$/, 'ss'],
    [/^(..+[^siu])s$/, '$1'],
    [/^(?=.{6}|.{3}ed$)(.*[aeiouy].*[^e])(ed|ing)$/, '$1'],
    [/([b-df-hjkm-rtv-y])\1$/, '$1'],
    [/^(...+)e$/, '$1'],
  ]

  /** @param {string} text */
  const nfc = text => text.normalize('NFC')

  /** Returns small letters, each followed by its marks, with ² as 2, ð as đ, numbers undivided. @param {string} word */
  const apart = word => word.normalize('NFKC').toLowerCase().replace(/[ðɖ]/g, 'đ').replace(/[., ]/g, '').normalize('NFD')

  /** @param {string} word */
  const fold = word => nfc(apart(word).replace(/đ/g, 'd').replace(/[\u0300-\u036f]/g, ''))

  /** @param {string} word */
  const stem = word =>
    word.length > 3 ? endings.reduce((left, [ending, by]) => left.replace(ending, by), word) : word

  /** Returns letters with their quality (â ă ê ô ơ ư đ), then the tone as a digit: so hòa is hoà.
   * @param {string} word */
  const exact = word => {
    let digits = ''
    return nfc(apart(word).replace(tone, mark => (digits += tones.indexOf(mark) + 1, ''))) + digits
  }

  /** Returns an exact key without its tone. @param {string} key */
  const bare = key => key.replace(/\d+$/, '')

  // The index: scripts that call gs() with data.

  /** @type {any} */
  let received
  /** @type {Table} */
  let table
  /** @type {Record<string, Promise<any>>} */
  const loading = {}

  /** @param {unknown} data */
  const gs = data => { received = data }
  /** @param {string} word */
  gs.keys = word => [fold(word), exact(word), stem(fold(word))]
  // @ts-expect-error: no type of the window knows it
  window.gs = gs

  // Where a browser knows trusted types, the policy of the pages lets a script begin at files of the index alone.
  // @ts-expect-error: no type of the window knows it
  const trusted = window.trustedTypes?.createPolicy('search', {
    /** @param {string} path */
    createScriptURL: path => {
      if (path.replace(/[\w-]+\.js$/, '') !== form.dataset.index.replace(/[^/]*$/, '')) throw path
      return path
    },
  })

  /** @param {string} path */
  const load = path => loading[path] ||= new Promise((resolve, reject) => {
    const script = make('script', document.head)
    script.onload = () => resolve(received)
    script.onerror = () => {
      delete loading[path]
      reject()
    }
    script.src = trusted ? trusted.createScriptURL(path) : path
  })

  /** @param {'w' | 'p' | 't'} kind @param {number} n */
  const loadFile = (kind, n) =>
    load(form.dataset.index.replace(/[^/]*$/, `${kind}${n}-${table.h[kind].slice(n * 5, n * 5 + 5)}.js`))

  /** Loads the files in which a key stands, or keys that begin with it. @returns {Promise<Shard[]>}
   * @param {'w' | 'p'} kind @param {string} key @param {boolean} [begins] */
  const loadFiles = (kind, key, begins) => {
    const numbers = table[kind].flatMap((first, n, all) =>
      first <= key && !(all[n + 1] <= key) || begins && first.startsWith(key) ? [n] : [])
    return Promise.all(numbers.slice(0, mostFiles).map(n => loadFile(kind, n)))
  }

  /** Reads a list of documents: base 45, the last digit of a number in the first half of 90 signs, which begin at # and
   * leave out < and \.
   * @param {string} list @param {(doc: number, place: number) => void} each */
  function read(list, each) {
    let number = 0, doc = -1
    for (let i = 0; i < list.length; i++) {
      const code = list.charCodeAt(i), digit = code - 35 - (code > 60) - (code > 92)
      if (digit < 45) {
        number = number * 45 + digit
        doc += (number >> 2) + 1
        each(doc, number & 3)
        number = 0
      } else number = number * 45 + digit - 44
    }
  }

  // Searching.

  /** Returns the keys of a folded word in words and pairs. @param {string} folded */
  const keysOf = folded => table.s ? [folded, stem(folded)] : [folded]

  /** Parts a query into words; those of a "phrase" must stand side by side, the last word may be unfinished.
   * @param {string} query */
  function parse(query) {
    /** @type {Word[]} */
    const words = []
    query.split(/["“”„«»]/).forEach((part, i) => {
      const quoted = i % 2 > 0
      Array.from(part.matchAll(WORD), ([word], at) => {
        const folded = fold(word), key = exact(word)
        const marked = key !== folded, follows = quoted && at > 0
        if (folded) words.push({ folded, exact: key, keys: keysOf(folded), marked, quoted, follows })
      })
    })
    const last = words[words.length - 1]
    if (last && /[^\s"“”„«»]$/.test(query)) last.open = last.folded.length > 1
    return words
  }

  /** Enters documents, each with the most that it weighs.
   * @param {Weights} found @param {string} list @param {number} like */
  const enter = (found, list, like) => read(list, (doc, place) => {
    found.set(doc, Math.max(found.get(doc) || 0, weights[place] * like))
  })

  /** Returns how much an indexed word is like the word typed, 0 if it is not meant.
   * @param {Word} word @param {string} folded @param {string} form @param {boolean} whole */
  function likeness(word, folded, form, whole) {
    if (form === word.exact) return 1
    if (whole && word.marked) return word.quoted ? 0 : otherMarks
    if (whole) return word.quoted && bare(fold(form)) !== bare(word.folded) ? 0 : otherSpelling
    if (!word.open || !folded.startsWith(word.folded) && !form.startsWith(word.exact)) return 0
    return word.marked && !form.startsWith(bare(word.exact)) ? otherBeginning : beginning
  }

  /** Returns the documents of a word and how much each weighs. @param {Word} word */
  async function findWord(word) {
    /** @type {Weights} */
    const found = new Map
    const shards = await Promise.all(word.keys.map(key => loadFiles('w', key, word.open)))
    for (const shard of new Set(shards.flat())) for (const folded in shard) for (const form in shard[folded]) {
      const like = likeness(word, folded, form, word.keys.includes(folded))
      if (like) enter(found, shard[folded][form], like)
    }
    return found
  }

  /** Returns the documents in which two words stand side by side. @param {Word} one @param {Word} two */
  async function findPair(one, two) {
    /** @type {Weights} */
    const found = new Map
    for (const [i, first] of one.keys.entries()) {
      const second = two.keys[i]
      for (const shard of new Set(await loadFiles('p', `${first} ${second}`, two.open)))
        for (const next in shard[first]) if (next === second || two.open && next.startsWith(second))
          enter(found, shard[first][next], next === second ? 1 : pairBeginning)
    }
    return found
  }

  /** Returns the documents that have all words, each with its score: rare words count more, and so do pairs.
   * @param {Word[]} words @returns {Promise<Weights>} */
  async function rank(words) {
    if (!words.length) return new Map(Array.from(table.l, (_, doc) => [doc, 0]))
    const [found, pairs] = await Promise.all([
      Promise.all(words.map(word => findWord(word))),
      Promise.all(words.slice(1).map((word, i) => findPair(words[i], word))),
    ])
    const rarity = found.map(docs => Math.log(1 + (table.n - docs.size + .5) / (docs.size + .5)))
    const fewest = found.reduce((one, two) => one.size < two.size ? one : two)
    /** @type {Weights} */
    const scores = new Map
    fewest.forEach((_, doc) => {
      let score = 0
      for (let i = 0; i < words.length; i++) {
        const weight = found[i].get(doc), pair = i && pairs[i - 1].get(doc) || 0
        if (!weight || words[i].follows && !pair) return
        score += weight * rarity[i]
        if (i) score += pair * (rarity[i - 1] + rarity[i])
      }
      scores.set(doc, score)
    })
    return scores
  }

  /** Returns the words of a query, the documents that it finds among the picked values of facets, and how many have
   * each value; a facet's own picks do not change its counts. The best come first, of equals the one with the shorter
   * name, then the newer. @param {string} query @param {URLSearchParams} picked */
  async function find(query, picked) {
    table = await load(form.dataset.index)
    const words = parse(query), scores = await rank(words)
    // For each document a bit for every facet of whose picked values it has none.
    const lacking = new Uint8Array(table.n), facets = Object.entries(table.f)
    /** @type {Record<string, any>} */
    const counts = {}
    facets.forEach(([facet, lists], bit) => {
      const values = picked.getAll(facet), kept = new Set
      values.forEach(value => read(lists[value] || '', doc => kept.add(doc)))
      if (values[0]) scores.forEach((_, doc) => { if (!kept.has(doc)) lacking[doc] |= 1 << bit })
    })
    facets.forEach(([facet, lists], bit) => {
      for (const value in lists) {
        let count = 0
        read(lists[value], doc => { if (scores.has(doc) && !(lacking[doc] & ~(1 << bit))) count++ })
        counts[facet + value] = count
      }
    })
    const docs = [...scores.keys()].filter(doc => !lacking[doc]).sort((a, b) =>
      scores.get(b) - scores.get(a) || table.l.charCodeAt(a) - table.l.charCodeAt(b) || b - a)
    return { words, docs, counts }
  }

  // What is shown.

  /** Returns a function that finds what was looked for in a text: of a word typed with marks only its like, of an
   * abbreviation its words too, of several letters of a script without blanks only those that stand side by side.
   * @param {Word[]} words @returns {Sought} */
  function seeker(words) {
    /** @type {Partial<Word>[]} */
    const wanted = [...words], known = new Map
    /** @param {string} key */
    const asked = key => words.some(word => word.folded === bare(fold(key)))
    for (const [short, long] of table.a)
      for (const exact of asked(short) ? long : long.every(asked) ? [short] : []) wanted.push({ exact, marked: true })
    /** @param {string} text */
    const isSought = text => {
      if (!known.has(text)) {
        const folded = fold(text), keys = keysOf(folded), key = exact(text)
        known.set(text, wanted.some(word => word.marked
          ? word.exact === key || word.open && key.startsWith(bare(word.exact))
          : word.open && folded.startsWith(word.folded) || word.keys.some((key, i) => key === keys[i])))
      }
      return known.get(text)
    }
    return text => [...text.matchAll(WORD)].filter(({ 0: word, index }, i, all) => isSought(word)
      && (!words[1] || !unparted.test(word) || [all[i - 1], all[i + 1]].some(near =>
        near && isSought(near[0]) && [-near[0].length, word.length].includes(near.index - index))))
  }

  /** Puts a stretch of text into a place: what was sought as <mark>, what is of another language with its `lang`.
   * @param {HTMLElement} place @param {Run[]} runs @param {Sought} sought */
  function put(place, runs, sought, from = 0, to = Infinity) {
    for (const [text, lang] of runs.map(run => [run].flat())) {
      const piece = text.slice(Math.max(0, from), Math.max(0, to)), into = lang ? make('span', place) : place
      if (lang) into.lang = lang
      let done = 0, mark = into
      for (const { 0: word, index } of sought(piece)) {
        if (index > done || mark === into) {
          into.append(piece.slice(done, index))
          mark = make('mark', into)
        }
        mark.append(word)
        done = index + word.length
      }
      into.append(piece.slice(done))
      from -= text.length
      to -= text.length
    }
  }

  /** Shows of a text the stretch around the first find, in the line that has most different ones.
   * @param {HTMLElement} place @param {Run[]} runs @param {Sought} sought */
  function putExcerpt(place, runs, sought) {
    let from = 0, to = 0, most = -1, at = 0, whole = ''
    for (const [text] of runs.map(run => [run].flat())) whole += text
    for (const line of whole.split('\n')) {
      const finds = sought(line)
      const many = new Set(finds.map(([word]) => fold(word))).size
      if (many > most) {
        most = many
        const find = finds[0]?.index, first = find - excerptLead
        from = first > 0 ? at + first + line.slice(first, find).indexOf(' ') + 1 : at
        to = at + line.length
        if (to > from + excerptLength) to = Math.max(whole.lastIndexOf(' ', from + excerptLength), from + excerptLength / 2)
      }
      at += line.length + 1
    }
    if (from) place.append('… ')
    put(place, runs, sought, from, to)
    if (to < whole.length) place.append(' …')
  }

  /** Puts a result below those that are shown, and returns its link. @param {Result} result @param {Sought} sought */
  function putResult([url, title, about, text], sought) {
    const item = make('li', hits), link = make('a', make('h3', item)), line = make('p', item)
    link.href = form.dataset.root.replace(/[^/]*$/, url)
    put(link, title, sought)
    line.className = 'meta'
    put(line, about, sought)
    putExcerpt(make('p', item), text, sought)
    return link
  }

  /** Turns the values of facets, which are links to lists, into checkboxes. */
  const boxes = [...document.querySelectorAll('[data-value]')].map((/** @type {any} */ row) => {
    const [name, count] = row.children, label = make('label', row), box = make('input', label)
    box.type = 'checkbox'
    box.name = row.parentNode.dataset.facet
    box.value = row.dataset.value
    box.setAttribute('form', form.id)
    label.append(...name.childNodes, ' ', count)
    row.replaceChildren(label)
    return box
  })

  // What the reader does.

  let turn = 0, timer = 0

  /** Answers what stands in the form, unless more was asked meanwhile. */
  async function answer() {
    clearTimeout(timer)
    const mine = ++turn, state = new URLSearchParams(/** @type {any} */ (new FormData(form)))
    if (!form.q.value) state.delete('q')
    try {
      history.replaceState(null, '', location.pathname + (`${state}` && `?${state}`))
    } catch { /* from a folder */ }
    for (const link of /** @type {any} */ (document.querySelectorAll('nav a[hreflang]'))) link.search = state
    const fail = () => { failed.hidden = turn !== mine }
    try {
      const { words, docs, counts } = await find(form.q.value, state)
      const idle = !words.length && !boxes.some(box => box.checked)
      if (idle) docs.length = 0
      const sought = seeker(words)
      /** @param {number} from */
      const show = async from => {
        const end = from + pageSize
        const results = await Promise.all(docs.slice(from, end).map(async doc =>
          (await loadFile('t', Math.floor(doc / table.k)))[doc % table.k]))
        if (turn !== mine) return
        if (!from) hits.replaceChildren()
        const [first] = results.map(result => putResult(result, sought))
        if (from) first.focus()
        more.hidden = docs.length <= end
        more.onclick = () => show(end).catch(fail)
      }
      await show(0)
      if (turn !== mine) return
      const count = docs.length.toLocaleString(document.documentElement.lang)
      status.textContent = idle ? '' : status.dataset.says.replace('{n}', count)
      none.hidden = idle || docs.length > 0
      failed.hidden = true
      for (const box of boxes) box.parentNode.lastChild.textContent = counts[box.name + box.value] || 0
    } catch {
      fail()
    }
  }

  /** @param {any} event */
  function answerSoon(event) {
    clearTimeout(timer)
    if (!event.isComposing) timer = setTimeout(answer, typingPause)
  }

  plain.hidden = true
  document.addEventListener('input', answerSoon)
  document.addEventListener('compositionend', answerSoon)
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    answer()
  })
  const asked = new URLSearchParams(location.search)
  form.q.value = asked.get('q') || ''
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value)
  if (`${asked}`) answer()
})
