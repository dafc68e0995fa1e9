// Moka console. Every page works without this file; with it, pages follow the server and forms answer in place.
'use strict';

// ---- Theme and time zone: remembered in cookies, so that the server renders the right page at once
function remember(name, value) {
  document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`;
}
function remembered(name) {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(name + '='));
  return found ? found.slice(name.length + 1) : '';
}
function toggleTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  remember('moka_theme', document.documentElement.dataset.theme);
}
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && remembered('moka_zone') !== zone) remember('moka_zone', zone);

// ---- Morph: makes an element like another one and touches only what differs, so that nothing flickers or loses focus
function morph(from, to) {
  if (from.isEqualNode(to)) return from;
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    from.replaceWith(to);
    return to;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    from.nodeValue = to.nodeValue;
    return from;
  }
  morphAttributes(from, to);
  if (from.nodeName !== 'TEXTAREA' || from !== document.activeElement) morphChildren(from, to);
  return from;
}
function morphAttributes(from, to) {
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  for (const { name } of [...from.attributes]) {
    const theirs = name === 'open' || (name === 'class' && from.matches('[data-kept]'));
    if (!to.hasAttribute(name) && !theirs) from.removeAttribute(name);
  }
}
function morphChildren(from, to) {
  let at = from.firstChild;
  for (const want of [...to.childNodes]) {
    const have = match(from, at, want);
    if (!have) {
      from.insertBefore(want, at);
      continue;
    }
    if (have === at) at = at.nextSibling;
    else from.insertBefore(have, at);
    morph(have, want);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}
function match(parent, at, want) {
  if (want.id) return [...parent.children].find((child) => child.id === want.id);
  return at && !at.id && at.nodeType === want.nodeType && at.nodeName === want.nodeName ? at : null;
}

if (window.htmx) {
  htmx.config.refreshOnHistoryMiss = true;
  htmx.defineExtension('morph', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap: (style, target, fragment) => {
      if (style !== 'morph') return false;
      const wanted = fragment.firstElementChild;
      return wanted ? [morph(target, wanted)] : false;
    },
  });
  // A page of another frame (sign-in, an error) replaces the whole document.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const text = event.detail.xhr.responseText;
    if (!text.startsWith('<!doctype html>') || text.includes('<header class="top">')) return;
    event.detail.shouldSwap = false;
    document.open();
    document.write(text);
    document.close();
  });
  document.addEventListener('htmx:afterSettle', () => {
    ready();
    scrollTo({ top: 0 });
  });
  document.addEventListener('htmx:sendError', () => offline(true));
}

// ---- Live: <x data-live="address"> follows an event stream; `show` morphs elements by id, `line` adds to the log
const streams = new Map();
function follow() {
  for (const [element, stream] of streams) {
    if (!element.isConnected || element.dataset.live !== stream.address) stop(element);
  }
  if (document.hidden) return;
  for (const element of document.querySelectorAll('[data-live]')) {
    if (element.dataset.live && !streams.has(element)) start(element);
  }
}
function start(element, last = '', failures = 0) {
  const address = element.dataset.live;
  const url = new URL(address, location.href);
  if (last) url.searchParams.set('after', last);
  const source = new EventSource(url);
  const stream = { address, source, last, timer: 0 };
  streams.set(element, stream);
  source.addEventListener('open', () => { failures = 0; offline(false); });
  source.addEventListener('show', (event) => show(event.data));
  source.addEventListener('line', (event) => {
    stream.last = event.lastEventId;
    addLines(event.data);
  });
  source.addEventListener('go', (event) => location.assign(event.data));
  source.addEventListener('error', () => {
    source.close();
    offline(failures > 0);
    if (failures > 0) reloadIfSignedOut();
    stream.timer = setTimeout(() => {
      streams.delete(element);
      if (element.isConnected && !document.hidden) start(element, stream.last, failures + 1);
    }, Math.min(8000, 500 * 2 ** failures));
  });
}
function stop(element) {
  const stream = streams.get(element);
  clearTimeout(stream.timer);
  stream.source.close();
  streams.delete(element);
}
function show(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const wanted of [...template.content.children]) {
    const present = document.getElementById(wanted.id);
    if (present) {
      const now = morph(present, wanted);
      if (window.htmx) htmx.process(now);
    }
  }
  ready();
}
async function reloadIfSignedOut() {
  const answer = await fetch(location.href, { redirect: 'manual', headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer && answer.type === 'opaqueredirect') location.reload();
}
function offline(is) {
  const banner = document.getElementById('connection');
  if (banner) banner.hidden = !is;
}
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    for (const [element, stream] of streams) {
      element.liveLast = stream.last;
      stop(element);
    }
    return;
  }
  for (const element of document.querySelectorAll('[data-live]')) {
    if (element.dataset.live && !streams.has(element)) start(element, element.liveLast);
  }
});

// ---- Log: follows its end until a person scrolls up or presses the button
const MOST_LINES = 5000;
let following = true;
let missed = 0;
function addLines(html) {
  const log = document.querySelector('[data-log]');
  if (!log) return;
  const before = log.childElementCount;
  log.insertAdjacentHTML('beforeend', html);
  missed += log.childElementCount - before;
  while (following && log.childElementCount > MOST_LINES) log.firstElementChild.remove();
  toEnd(log);
}
function toEnd(log) {
  if (following) {
    missed = 0;
    log.scrollTop = log.scrollHeight;
  }
  const button = document.querySelector('[data-follow]');
  if (!button) return;
  button.hidden = false;
  button.setAttribute('aria-pressed', String(following));
  button.textContent = following ? 'Pause' : missed ? `Follow · ${missed} new` : 'Follow';
}
function setFollowing(is) {
  following = is;
  const log = document.querySelector('[data-log]');
  if (log) toEnd(log);
}
document.addEventListener('scroll', (event) => {
  const log = event.target;
  if (!(log instanceof Element) || !log.matches('[data-log]')) return;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
  if (atEnd !== following) setFollowing(atEnd);
}, true);

// ---- Menus, copying, filling in, choosing
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu !== except) menu.open = false;
  }
}
document.addEventListener('click', (event) => {
  const within = event.target.closest('details.menu');
  closeMenus(within);
  const button = event.target.closest('button');
  if (!button) return;
  if ('themeToggle' in button.dataset) toggleTheme();
  if (button.dataset.copy) copy(button);
  if (button.dataset.fill) fill(button);
  if (button.dataset.follow) setFollowing(!following);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const open = document.querySelector('details.menu[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  }
  const menu = event.target.closest && event.target.closest('details.menu[open]');
  if (menu && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const stops = [...menu.querySelectorAll('summary, .items a, .items button')];
    const next = stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    stops[(next + stops.length) % stops.length].focus();
  }
  if (event.key === '/' && !event.target.matches('input, textarea, select')) {
    const search = document.querySelector('main input[type="search"]');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});
async function copy(button) {
  const secret = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(secret.textContent.trim());
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(secret);
    button.textContent = 'Press Ctrl+C';
  }
}
function fill(button) {
  const field = document.getElementById(button.dataset.fill);
  field.value = button.dataset.value;
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// ---- Type search, script editors, selection
document.addEventListener('input', (event) => {
  const field = event.target;
  if (field.dataset.filter) filterTypes(field);
  if ('code' in field.dataset) count(field);
});
document.addEventListener('change', (event) => {
  if (event.target.dataset.all) {
    const boxes = event.target.form.querySelectorAll(`input[name="${event.target.dataset.all}"]`);
    for (const box of boxes) box.checked = event.target.checked;
  }
  selection();
});
function filterTypes(field) {
  const list = document.getElementById(field.dataset.filter);
  const typed = field.value.toLowerCase().replace(/(\d)\s+(?=gib|vcpu)/g, '$1');
  const words = typed.split(/\s+/).filter(Boolean);
  let any = false;
  for (const group of list.querySelectorAll('.group')) {
    let some = false;
    for (const type of group.querySelectorAll('.type')) {
      const own = type.dataset.words.split(' ');
      type.hidden = !words.every((word) => own[0].includes(word) || own.some((w) => w.startsWith(word)));
      some ||= !type.hidden;
    }
    group.hidden = !some;
    any ||= some;
  }
  list.querySelector('.none').hidden = any;
}
let leaving = false;
document.addEventListener('keydown', (event) => {
  const area = event.target;
  if (!area.matches || !area.matches('textarea[data-code]') || area.readOnly) return;
  if (event.key === 'Escape') {
    leaving = true;
  } else if (event.key === 'Tab' && !leaving && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    if (event.shiftKey) outdent(area);
    else insert(area, '    ');
  } else if (event.key !== 'Shift') {
    leaving = false;
  }
});
function insert(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
function outdent(area) {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const blanks = /^( {1,4}|\t)/.exec(area.value.slice(start));
  if (!blanks) return;
  area.setRangeText('', start, start + blanks[0].length, 'preserve');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
function count(area) {
  const counter = document.querySelector(`[data-counter="${area.id}"]`);
  if (!counter) return;
  const limit = Number(counter.dataset.limit);
  const length = area.value.length;
  counter.textContent = `${length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`;
  counter.classList.toggle('over', length > limit);
}
function selection() {
  const bar = document.querySelector('[data-selection]');
  if (!bar) return;
  const chosen = bar.closest('form').querySelectorAll(`tbody input[name="${bar.dataset.selection}"]:checked`).length;
  bar.classList.toggle('some', chosen > 0);
  const prompt = bar.querySelector('.prompt');
  prompt.textContent = chosen ? `${chosen} selected` : 'Select instances to stop or delete them';
  for (const button of bar.querySelectorAll('button')) button.disabled = chosen === 0;
}

// ---- Uploads into S3: chosen or dropped, one after the other, each with its progress
async function upload(files) {
  const place = document.querySelector('[data-upload]');
  const rows = [...files].map((file) => [file, uploadRow(place, file)]);
  let failed = false;
  for (const [file, row] of rows) failed = !(await send(place.dataset.upload, file, row)) || failed;
  if (!failed) location.reload();
}
function uploadRow(place, file) {
  const row = document.createElement('li');
  row.innerHTML = '<span class="mono"></span><progress max="1" value="0"></progress><span class="state muted">waiting</span>'
    + '<button type="button" class="button small">Cancel</button>';
  row.querySelector('.mono').textContent = file.name;
  row.querySelector('progress').setAttribute('aria-label', `Upload of ${file.name}`);
  place.querySelector('.uploads').append(row);
  return row;
}
function send(address, file, row) {
  const state = row.querySelector('.state');
  const button = row.querySelector('button');
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const end = (text, good) => {
      state.textContent = text;
      state.className = good ? 'state muted' : 'state bad';
      button.remove();
      done(good);
    };
    button.onclick = () => request.abort();
    request.upload.onprogress = (event) => {
      row.querySelector('progress').value = event.total ? event.loaded / event.total : 1;
      state.textContent = `${Math.floor((100 * event.loaded) / (event.total || 1))} % of ${(event.total / 1048576).toFixed(1)} MB`;
    };
    request.onload = () => {
      if (request.status < 300) return end('uploaded', true);
      let message = `The hub answered ${request.status}`;
      try { message = JSON.parse(request.responseText).error.message; } catch { /* the status says enough */ }
      return end(message, false);
    };
    request.onerror = () => end('The connection broke off; nothing was kept of this file. Try again.', false);
    request.onabort = () => end('cancelled; nothing was kept of this file', false);
    request.open('PUT', address + encodeURIComponent(file.name));
    request.setRequestHeader('X-XSRFToken', remembered('_xsrf'));
    request.setRequestHeader('Content-Type', file.type || 'binary/octet-stream');
    request.send(file);
  });
}
document.addEventListener('change', (event) => {
  if (event.target.closest('[data-choose]') && event.target.files.length) upload(event.target.files);
});
for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    const place = document.querySelector('[data-upload]');
    if (!place || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    place.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') upload(event.dataTransfer.files);
  });
}

// ---- After each load and each swap
function ready() {
  for (const hidden of document.querySelectorAll('[data-theme-toggle], [data-filter], [data-copy], [data-all], [data-choose]')) {
    hidden.hidden = false;
  }
  const log = document.querySelector('[data-log]');
  if (log) toEnd(log);
  selection();
  follow();
}
ready();
