/* The browser's side of the live preview: reloads when its page has changed, keeps the place in the text, and shows
   what is found. Everything told is set as text, never as markup. */
(function () {
  "use strict";
  var script = document.currentScript, page = script.dataset.page, panel = null, folded = null, wait = 200;
  var key = "preview:" + location.pathname;

  function store(name, value) {
    try {
      if (value === undefined) return sessionStorage.getItem(name);
      if (value === null) sessionStorage.removeItem(name); else sessionStorage.setItem(name, value);
    } catch (refused) { /* Storage may be switched off. */ }
    return null;
  }

  /* The place in the text is the nearest heading above and the distance from it; pixels alone shift with an edit. */
  function remember() {
    var near = null;
    document.querySelectorAll("main [id]").forEach(function (element) {
      if (element.getBoundingClientRect().top <= 80) near = element;
    });
    store(key, JSON.stringify({ y: scrollY, id: near && near.id, by: near && near.getBoundingClientRect().top }));
  }

  function recall() {
    var place = store(key), near;
    store(key, null);
    if (!place) return;
    place = JSON.parse(place);
    near = place.id && document.getElementById(place.id);
    scrollTo(0, near ? scrollY + near.getBoundingClientRect().top - place.by : place.y);
  }

  function make(tag, name, text, parent) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  }

  function show(notes, words) {
    var wrong = notes.filter(function (note) { return note.level === "error"; }), errors = wrong.length;
    if (errors) notes = wrong;
    var sign = JSON.stringify(notes);
    var open = panel ? panel.open : errors > 0;
    if (errors && folded !== sign && (!panel || panel.dataset.sign !== sign)) open = true;
    if (panel) panel.remove();
    panel = null;
    if (!notes.length) return;
    panel = make("details", "gs-preview" + (errors ? " gs-wrong" : ""), "", document.body);
    panel.lang = words.lang;
    panel.dataset.sign = sign;
    panel.open = open;
    make("summary", "", errors ? words.errors : words.warnings, panel).append(" (" + notes.length + ")");
    panel.addEventListener("toggle", function () { folded = panel && !panel.open ? sign : null; });
    var list = make("ol", "", "", panel);
    notes.slice(0, 100).forEach(function (note) {
      var item = make("li", "gs-" + note.level, "", list), link;
      make("strong", "", note.severity + ": " + note.message, item);
      link = make("a", "", note.place, make("p", "", "", item));
      link.href = note.href;
      link.title = words.open;
      make("p", "", words.hint + ": " + note.hint, item);
    });
    panel.setAttribute("role", errors ? "alert" : "status");
  }

  function connect() {
    var line = new WebSocket("ws://" + location.host + "/livereload");
    line.onopen = function () {
      wait = 200;
      line.send(JSON.stringify({ path: location.pathname, page: page }));
    };
    line.onmessage = function (event) {
      var state = JSON.parse(event.data);
      if (state.command !== "state") return;
      if (state.reload) {
        remember();
        location.reload();
        return;
      }
      show(state.notes, state.words);
    };
    line.onclose = function () {
      wait = Math.min(wait * 2, 5000);
      setTimeout(connect, wait);
    };
  }

  var style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = script.src.replace("client.js", "client.css");
  document.head.append(style);
  if ("scrollRestoration" in history && store(key)) history.scrollRestoration = "manual";
  addEventListener("load", function () {
    recall();
    if ("scrollRestoration" in history) history.scrollRestoration = "auto";
  });
  connect();
})();
