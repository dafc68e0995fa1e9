import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernelSocketClass, packed } from '../static/kernelsocket.js';

const URL = 'ws://host/base/api/kernels/k1/channels?session_id=s1';

/** A page whose WebSockets and event sources are driven by the test. */
class TestPage {
  sockets = [];
  sources = [];
  requests = [];
  answer = { ok: true, status: 204 };

  constructor() {
    const page = this;
    this.WebSocket = class {
      constructor(url) {
        this.url = url;
        page.sockets.push(this);
      }
      close() {
        this.isClosed = true;
      }
    };
    this.EventSource = class extends EventTarget {
      constructor(url) {
        super();
        this.url = url;
        page.sources.push(this);
      }
      say(type, data) {
        this.dispatchEvent(Object.assign(new Event(type), { data }));
      }
      close() {
        this.isClosed = true;
      }
    };
    this.Socket = kernelSocketClass(this);
  }

  address(path) {
    return `http://host/base/${path}`;
  }

  request(path, init) {
    this.requests.push({ path, ...init });
    return Promise.resolve(this.answer);
  }

  /** Opens a socket and notes what JupyterLab would hear. */
  open() {
    const socket = new this.Socket(URL, ['v1.kernel.websocket.jupyter.org']);
    socket.heard = [];
    socket.onopen = () => socket.heard.push(`open ${socket.protocol}`);
    socket.onmessage = ({ data }) => socket.heard.push(new TextDecoder().decode(data));
    socket.onclose = ({ code }) => socket.heard.push(`close ${code}`);
    return socket;
  }
}

test('a WebSocket that opens is used', () => {
  const page = new TestPage();
  const socket = page.open();
  page.sockets[0].protocol = 'v1.kernel.websocket.jupyter.org';
  page.sockets[0].onopen();
  page.sockets[0].onmessage({ data: new TextEncoder().encode('hello') });
  page.sockets[0].onclose({ code: 1012, reason: '' });
  assert.deepEqual(socket.heard, ['open v1.kernel.websocket.jupyter.org', 'hello', 'close 1012']);
  assert.equal(page.sources.length, 0);
});

test('a WebSocket that does not open gives way to an event stream', async () => {
  const page = new TestPage();
  const socket = page.open();
  page.sockets[0].onclose({ code: 1006, reason: '' });
  const [source] = page.sources;
  assert.equal(source.url, 'http://host/base/moka/kernels/k1/stream?session_id=s1');
  source.say('attached', '7');
  source.onmessage({ data: btoa('hello') });
  socket.send(new Uint8Array([1, 2]).buffer);
  socket.send(new Uint8Array([3]).buffer);
  await new Promise(setImmediate);
  assert.deepEqual(socket.heard, ['open v1.kernel.websocket.jupyter.org', 'hello']);
  assert.deepEqual(page.requests.map(({ method, body }) => [method, new Uint8Array(body).length]), [['POST', 6], ['POST', 5]]);
  socket.close();
  assert.equal(page.requests.at(-1).method, 'DELETE');
  assert.match(page.requests.at(-1).path, /connection=7$/);
  assert.ok(source.isClosed);
});

test('a page whose WebSockets failed twice tries no more', () => {
  const page = new TestPage();
  for (let i = 0; i < 2; i++) {
    page.open();
    page.sockets[i].onclose({ code: 1006, reason: '' });
  }
  page.open();
  assert.equal(page.sockets.length, 2);
  assert.equal(page.sources.length, 3);
});

test('a silent WebSocket is given up after three seconds', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new TestPage();
  page.open();
  context.mock.timers.tick(2_900);
  assert.equal(page.sources.length, 0);
  context.mock.timers.tick(200);
  assert.equal(page.sources.length, 1);
  assert.ok(page.sockets[0].isClosed);
});

test('a stream that ends for good closes the socket, one that goes on does not', () => {
  const page = new TestPage();
  const socket = page.open();
  page.sockets[0].onclose({ code: 1006, reason: '' });
  page.sources[0].say('attached', '1');
  page.sources[0].say('again', '');
  page.sources[1].say('attached', '2');
  page.sources[1].onmessage({ data: btoa('more') });
  page.sources[1].say('end', '{"code": 1012, "reason": "The server restarts"}');
  assert.deepEqual(socket.heard, ['open v1.kernel.websocket.jupyter.org', 'more', 'close 1012']);
});

test('a server that is away closes the socket, so that JupyterLab tries again', () => {
  const page = new TestPage();
  const socket = page.open();
  page.sockets[0].onclose({ code: 1006, reason: '' });
  page.sources[0].onerror();
  assert.deepEqual(socket.heard, ['close 1006']);
});

test('other WebSockets are left alone', () => {
  const page = new TestPage();
  const socket = new page.Socket('ws://host/base/api/events/subscribe');
  assert.equal(socket, page.sockets[0]);
});

test('frames are packed after their lengths', () => {
  assert.deepEqual([...new Uint8Array(packed([new Uint8Array([9, 8]).buffer]))], [0, 0, 0, 2, 9, 8]);
});
