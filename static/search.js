/* Finds pages in the reader's browser, with the index that guongsang/render/search_index.py makes.
   A classic script without eval, fetch or modules, so it works under a strict policy and from a shared folder. It holds
   the page up, so that room for results is there when the page is first drawn. */
// Before the page is drawn.
document.documentElement.classList.toggle('seeking', location.search > '?')
addEventListener('DOMContentLoaded', () => {
  'use strict'

  // Words to keys, as guongsang/render/search_words.py makes them.

  const TONES = '\u0300\u0309\u0303\u0301\u0323'
  const WORD = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]\p{M}*|[^\p{P}\p{S}\p{Z}\p{C}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/gu
  const ENDINGS = [
    [/^(..+)ie[sd]$/, '$1y'],
    [/sses$/, 'ss'],
    [/^(..+[^siu])s$/, '$1'],
    [/^(?=.{6}|.{3}ed$)(.*[aeiouy].*[^e])(ed|ing)$/, '$1'],
    [/([b-df-hjkm-rtv-y])\1$/, '$1'],
    [/^(...+)e$/, '$1'],
  ]
  const nfc = text => text.normalize('NFC')
  const fold = word => nfc(nfc(word).toLowerCase().replace(/[đðɖ]/g, 'd').normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
  const stem = word => word.length > 3 ? ENDINGS.reduce((left, [ending, by]) => left.replace(ending, by), word) : word

  const bare = key => key.replace(/\d+$/, '')

  /* Letters with their quality (â ă ê ô ơ ư đ), then the tone as a digit: so hòa is hoà. */
  function exact(word) {
    let tones = ''
    return nfc(nfc(word).toLowerCase().normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, tone => {
      tones += TONES.indexOf(tone) + 1
      return ''
    })) + tones
  }

  // The index: scripts that call gs() with data.

  let given, table
  const create = name => document.createElement(name)
  const loading = {}
  window.gs = data => { given = data }
  gs.keys = word => [fold(word), exact(word), stem(fold(word))]

  function load(path) {
    return loading[path] = loading[path] || new Promise((resolve, reject) => {
      const script = create('script')
      script.onload = () => { script.remove(); resolve(given) }
      script.onerror = () => { script.remove(); delete loading[path]; reject(Error(path)) }
      script.src = path
      document.head.append(script)
    })
  }

  const form = document.getElementById('search'), entry = form.dataset.index
  const file = (kind, n) =>
    load(entry.replace(/[^/]*$/, `${kind + n}-${table.h[kind].slice(n * 5, n * 5 + 5)}.js`))

  /* Gives the files of a kind in which a key stands, or keys that begin with it. */
  const files = (kind, key, begins) => Promise.all(table[kind].flatMap((first, n, all) =>
    first <= key && !(all[n + 1] <= key) || begins && first.startsWith(key) ? [n] : []
  ).slice(0, 8).map(n => file(kind, n)))

  /* Reads a list of documents: base 45, the last digit of a number in the first half of 90 signs. */
  function read(list, each) {
    let number = 0, doc = -1
    for (let i = 0; i < list.length; i++) {
      const code = list.charCodeAt(i), digit = code - (code > 92 ? 37 : code > 60 ? 36 : 35)
      if (digit < 45) {
        number = number * 45 + digit
        doc += (number >> 2) + 1
        each(doc, number & 3)
        number = 0
      } else number = number * 45 + digit - 44
    }
  }

  // Searching.

  const WEIGHTS = [1, 1.6, 2.5, 9]

  /* Parts a query into words; those of a "phrase" must stand side by side, the last word may be unfinished. */
  function parse(query) {
    const words = []
    query.split(/["“”„«»]/).forEach((part, i, parts) => {
      (part.match(WORD) || []).forEach((word, at) => {
        const folded = fold(word), key = exact(word)
        if (folded) words.push({ folded, key, stem: stem(folded), marked: key != folded, quoted: i % 2, joined: i % 2 && at })
      })
      const last = words[words.length - 1]
      if (last && i == parts.length - 1 && /\S$/.test(part)) last.open = last.folded.length > 1
    })
    return words
  }

  /* Enters documents, each with the most that it weighs. */
  const enter = (found, list, much) => read(list, (doc, place) => {
    const weight = WEIGHTS[place] * much
    if (!(found.get(doc) >= weight)) found.set(doc, weight)
  })

  /* Gives the documents of a word and how much each weighs. */
  async function look(word) {
    const found = new Map, { folded, key, marked, quoted, open } = word
    const keys = table.s ? [folded, word.stem] : [folded]
    const shards = await Promise.all(keys.map(k => files('w', k, open)))
    for (const shard of new Set(shards.flat())) for (const k in shard) {
      const whole = keys.includes(k)
      for (const form in shard[k]) {
        const same = form == key
        if (whole ? !quoted || same || !marked && bare(fold(form)) == bare(folded) : open && (k.startsWith(folded) || form.startsWith(key)))
          enter(found, shard[k][form], same ? 1 : whole ? marked ? .25 : .9 : marked && !form.startsWith(bare(key)) ? .1 : .45)
      }
    }
    return found
  }

  /* Gives the documents in which two words stand side by side. */
  async function beside(one, two) {
    const found = new Map
    for (const [a, b] of table.s ? [[one.folded, two.folded], [one.stem, two.stem]] : [[one.folded, two.folded]])
      for (const shard of new Set(await files('p', `${a} ${b}`, two.open)))
        for (const next in shard[a])
          if (next == b || two.open && next.startsWith(b)) enter(found, shard[a][next], next == b ? 1 : .5)
    return found
  }

  /* Gives what a query finds among the picked values of facets: documents, best first, and how many have each value. */
  async function find(query, state) {
    const words = parse(query), score = new Map
    table = await load(entry)
    if (words.length) {
      const [each, pairs] = await Promise.all([
        Promise.all(words.map(word => look(word))),
        Promise.all(words.slice(1).map((word, i) => beside(words[i], word))),
      ])
      const rare = each.map(docs => Math.log(1 + (table.n - docs.size + .5) / (docs.size + .5)))
      const fewest = each.reduce((a, b) => a.size < b.size ? a : b)
      fewest.forEach((_, doc) => {
        let sum = 0
        for (let i = 0; i < each.length; i++) {
          if (!each[i].has(doc) || i && words[i].joined && !pairs[i - 1].has(doc)) return
          sum += each[i].get(doc) * rare[i]
          if (i) sum += (pairs[i - 1].get(doc) || 0) * (rare[i - 1] + rare[i])
        }
        score.set(doc, sum)
      })
    } else for (let doc = 0; doc < table.n; doc++) score.set(doc, 0)

    /* A document is left out by each facet of whose picked values it has none; one facet's own does not change its counts. */
    const facets = Object.keys(table.f), left = new Uint8Array(table.n), counts = {}
    facets.forEach((facet, bit) => {
      const values = state.getAll(facet), kept = new Set
      values.forEach(value => read(table.f[facet][value] || '', doc => kept.add(doc)))
      if (values[0])
        score.forEach((_, doc) => { if (!kept.has(doc)) left[doc] |= 1 << bit })
    })
    facets.forEach((facet, bit) => {
      for (const value in table.f[facet]) {
        let n = 0
        read(table.f[facet][value], doc => { if (score.has(doc) && !(left[doc] & ~(1 << bit))) n++ })
        counts[facet + value] = n
      }
    })
    const docs = [...score.keys()].filter(doc => !left[doc]).sort((a, b) => score.get(b) - score.get(a) || table.l.charCodeAt(a) - table.l.charCodeAt(b) || b - a)
    return { words, docs, counts }
  }

  // What is shown.

  const [list, said, more, none, failed, plain] = ['hits', 'found', 'more', 'none', 'failed', 'plain'].map(id => document.getElementById(id))
  const make = (name, parent) => parent.appendChild(create(name))

  /* Tells which words of a text were looked for: of one typed with marks only its like, of an abbreviation its words too. */
  function seeker(words) {
    const has = key => words.some(word => word.folded == bare(fold(key))), known = new Map
    const wanted = [...words]
    for (const [short, long] of table.a)
      for (const key of has(short) ? long : long.every(has) ? [short] : []) wanted.push({ key, marked: 1 })
    return word => {
      if (!known.has(word)) {
        const folded = fold(word), key = exact(word)
        known.set(word, wanted.some(w => w.open && (w.marked ? key.startsWith(bare(w.key)) : folded.startsWith(w.folded)) ||
          (w.marked ? w.key == key : w.folded == folded || table.s && w.stem == stem(folded))))
      }
      return known.get(word)
    }
  }

  /* Puts a stretch of text into a place: what was sought as <mark>, what is of another language with its `lang`. */
  function put(place, runs, sought, from = 0, to = 1e9) {
    for (const run of runs) {
      const [text, lang] = [].concat(run), piece = text.slice(Math.max(0, from), Math.max(0, to))
      const into = lang ? make('span', place) : place
      if (lang) into.lang = lang
      let done = 0
      for (const { 0: word, index } of piece.matchAll(WORD)) if (sought(word)) {
        into.append(piece.slice(done, index))
        make('mark', into).append(word)
        done = index + word.length
      }
      into.append(piece.slice(done))
      from -= text.length
      to -= text.length
    }
  }

  /* Shows of a text the stretch around the first find, in the line that has most different ones. */
  function excerpt(place, runs, sought) {
    let from = 0, to = 0, most = -1, at = 0
    const whole = runs.map(run => [].concat(run)[0]).join('')
    for (const line of whole.split('\n')) {
      const finds = [...line.matchAll(WORD)].filter(word => sought(word[0])), many = new Set(finds.map(word => fold(word[0]))).size
      if (many > most) {
        most = many
        from = many && finds[0].index > 80 ? at + line.indexOf(' ', finds[0].index - 80) + 1 : at
        to = at + line.length
        if (to > from + 240) to = Math.max(whole.lastIndexOf(' ', from + 240), from + 80)
      }
      at += line.length + 1
    }
    place.append(from ? '… ' : '')
    put(place, runs, sought, from, to)
    place.append(to < whole.length ? ' …' : '')
  }

  function item([url, title, line, text], sought) {
    const row = create('li'), link = make('a', make('h3', row)), about = make('p', row)
    link.href = form.dataset.root.replace(/[^/]*$/, url)
    put(link, title, sought)
    about.className = 'meta'
    put(about, line, sought)
    excerpt(make('p', row), text, sought)
    return row
  }

  let asked = 0, timer
  const boxes = [...document.querySelectorAll('[data-value]')].map(row => {
    const [name, count] = row.children, label = create('label'), box = make('input', label)
    box.type = 'checkbox'
    box.name = row.parentNode.dataset.facet
    box.value = row.dataset.value
    box.setAttribute('form', form.id)
    label.append(...name.childNodes, ' ', count)
    row.replaceChildren(label)
    return box
  })

  async function run() {
    clearTimeout(timer)
    const turn = ++asked, state = new URLSearchParams(new FormData(form))
    if (!form.q.value) state.delete('q')
    try { history.replaceState(null, '', location.pathname + (`${state}` && '?' + state)) } catch (error) { /* from a folder */ }
    for (const link of document.querySelectorAll('nav a[hreflang]')) link.search = state
    const fail = () => { failed.hidden = turn != asked }
    try {
      const { words, docs, counts } = await find(form.q.value, state), sought = seeker(words)
      const idle = !words.length && !boxes.some(box => box.checked)
      if (idle) docs.length = 0
      const show = async from => {
        const rows = await Promise.all(docs.slice(from, from + 10).map(async doc => (await file('t', doc / table.k | 0))[doc % table.k]))
        if (turn != asked) return
        const items = rows.map(row => item(row, sought))
        if (!from) list.replaceChildren()
        list.append(...items)
        if (from) items[0].querySelector('a').focus()
        more.hidden = docs.length <= from + 10
        more.onclick = () => show(from + 10).catch(fail)
        return 1
      }
      if (!await show(0)) return
      said.textContent = idle ? '' : said.dataset.says.replace('{n}', docs.length.toLocaleString(document.documentElement.lang))
      none.hidden = idle || docs[0] >= 0
      failed.hidden = true
      for (const box of boxes) box.parentNode.lastChild.textContent = counts[box.name + box.value] || 0
    } catch (error) {
      fail()
    }
  }

  function later(event) {
    clearTimeout(timer)
    if (!event.isComposing) timer = setTimeout(run, 250)
  }

  plain.hidden = true
  document.addEventListener('input', later)
  document.addEventListener('compositionend', later)
  form.addEventListener('submit', event => { event.preventDefault(); run() })
  const state = new URLSearchParams(location.search)
  form.q.value = state.get('q') || ''
  for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value)
  if (`${state}`) run()
})
