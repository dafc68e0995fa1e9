// A kernel's WebSocket that finds another way where WebSockets are blocked, as some proxies and virus scanners do:
// what the kernel says comes as server-sent events, what it is asked goes by POST. Both carry the same frames, and the
// server goes on where the session was, so that JupyterLab notices nothing.

const PROTOCOL = 'v1.kernel.websocket.jupyter.org';
const CHANNELS = /\/api\/kernels\/([^/?]+)\/channels(\?.*)?$/;
const PATIENCE_MS = 3_000;
const FAILURES = 2;
const ABNORMAL = 1006;

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/**
 * What the sockets of a page need of it.
 *
 * @typedef {object} Page
 * @property {new (url: string, protocols: string[]) => WebSocket} WebSocket the browser's own
 * @property {new (url: string) => EventSource} EventSource
 * @property {(path: string, init: RequestInit) => Promise<Response>} request sends a request to the lab, which is signed in
 * @property {(path: string) => string} address the URL of a path of the lab
 */

/** @typedef {{code: number, reason: string}} End */

/**
 * What a socket hears from the way that it uses.
 *
 * @typedef {object} Listener
 * @property {(protocol: string) => void} opened
 * @property {(data: unknown) => void} received
 * @property {(end: End) => void} closed
 */

/** @typedef {{send: (data: ArrayBuffer) => void, close: () => void}} Way */

/**
 * The class that takes the place of `WebSocket` in JupyterLab's settings.
 *
 * @param {Page} page
 * @returns {new (url: string, protocols?: string[]) => object}
 */
export function kernelSocketClass(page) {
  // WebSockets that could not be opened in a row; after two, this page tries no more.
  let failures = 0;

  return class KernelSocket {
    readyState = CONNECTING;
    protocol = '';
    binaryType = 'arraybuffer';
    /** @type {((event: object) => void) | null} */
    onopen = null;
    /** @type {((event: object) => void) | null} */
    onmessage = null;
    /** @type {((event: object) => void) | null} */
    onclose = null;
    /** @type {((event: object) => void) | null} */
    onerror = null;
    /** @type {Way | undefined} */
    way;

    /**
     * @param {string} url
     * @param {string[]} protocols
     */
    constructor(url, protocols = []) {
      this.url = url;
      const kernel = CHANNELS.exec(url);
      if (!kernel) {
        // Events and terminals have no other way.
        return /** @type {any} */ (new page.WebSocket(url, protocols));
      }
      const stream = `moka/kernels/${kernel[1]}/stream${kernel[2] ?? ''}`;
      if (failures >= FAILURES) {
        this.way = new Stream(page, stream, this);
      } else {
        this.way = attempt(page, url, protocols, this, worked => {
          failures = worked ? 0 : failures + 1;
          if (!worked) {
            this.way = new Stream(page, stream, this);
          }
        });
      }
    }

    /** @param {ArrayBuffer} data */
    send(data) {
      if (this.readyState !== OPEN) {
        throw new DOMException('The socket is not open', 'InvalidStateError');
      }
      this.way?.send(data);
    }

    close() {
      if (this.readyState !== CLOSED) {
        this.way?.close();
        this.closed({ code: 1000, reason: '' });
      }
    }

    /** @param {string} protocol */
    opened(protocol) {
      if (this.readyState === CONNECTING) {
        this.readyState = OPEN;
        this.protocol = protocol;
        this.onopen?.({ type: 'open', target: this });
      }
    }

    /** @param {unknown} data */
    received(data) {
      if (this.readyState === OPEN) {
        this.onmessage?.({ type: 'message', target: this, data });
      }
    }

    /** @param {End} end */
    closed(end) {
      if (this.readyState !== CLOSED) {
        this.readyState = CLOSED;
        this.onclose?.({ type: 'close', target: this, wasClean: end.code !== ABNORMAL, ...end });
      }
    }
  };
}

/**
 * Tries a WebSocket.
 *
 * @param {Page} page
 * @param {string} url
 * @param {string[]} protocols
 * @param {Listener} listener
 * @param {(worked: boolean) => void} decided
 * @returns {Way | undefined}
 */
function attempt(page, url, protocols, listener, decided) {
  /** @type {WebSocket} */
  let socket;
  try {
    socket = new page.WebSocket(url, protocols);
  } catch {
    queueMicrotask(() => decided(false));
    return undefined;
  }
  socket.binaryType = 'arraybuffer';
  let isDecided = false;
  /** @param {boolean} worked */
  const decide = worked => {
    clearTimeout(patience);
    if (!isDecided) {
      isDecided = true;
      decided(worked);
    }
  };
  const patience = setTimeout(() => {
    socket.onopen = socket.onclose = null;
    socket.close();
    decide(false);
  }, PATIENCE_MS);
  socket.onopen = () => {
    decide(true);
    socket.onclose = ({ code, reason }) => listener.closed({ code, reason });
    listener.opened(socket.protocol);
  };
  socket.onclose = () => decide(false);
  socket.onmessage = ({ data }) => listener.received(data);
  return {
    send: data => socket.send(data),
    close: () => {
      clearTimeout(patience);
      socket.onopen = socket.onclose = socket.onmessage = null;
      socket.close();
    }
  };
}

/** Server-sent events one way, POST the other. */
class Stream {
  /**
   * @param {Page} page
   * @param {string} path
   * @param {Listener} listener
   */
  constructor(page, path, listener) {
    this.page = page;
    this.path = path;
    this.listener = listener;
    /** @type {ArrayBuffer[]} */
    this.unsent = [];
    this.isSending = false;
    this.connection = '';
    this.leave = () => this.sayGoodBye();
    globalThis.addEventListener?.('pagehide', this.leave);
    this.source = this.connect();
  }

  connect() {
    const source = new this.page.EventSource(this.page.address(this.path));
    source.addEventListener('attached', ({ data }) => {
      this.connection = data;
      this.listener.opened(PROTOCOL);
    });
    source.onmessage = ({ data }) => this.listener.received(bytes(data));
    source.addEventListener('again', () => {
      source.close();
      this.source = this.connect();
    });
    source.addEventListener('end', ({ data }) => this.end(JSON.parse(data)));
    source.onerror = () => this.end({ code: ABNORMAL, reason: 'The connection to the server is lost' });
    return source;
  }

  /** @param {ArrayBuffer} data */
  send(data) {
    this.unsent.push(data);
    if (!this.isSending) {
      void this.post();
    }
  }

  /** Sends what has gathered, one request at a time, for the kernel must get it in order. */
  async post() {
    this.isSending = true;
    try {
      while (this.unsent.length > 0) {
        const body = packed(this.unsent.splice(0));
        const response = await this.page.request(this.path, {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/octet-stream' }
        });
        if (!response.ok) {
          throw new Error(`The server answered ${response.status}`);
        }
      }
    } catch (reason) {
      this.end({ code: ABNORMAL, reason: String(reason) });
    } finally {
      this.isSending = false;
    }
  }

  close() {
    this.sayGoodBye();
    this.release();
  }

  sayGoodBye() {
    if (this.connection) {
      const path = `${this.path}${this.path.includes('?') ? '&' : '?'}connection=${this.connection}`;
      this.connection = '';
      this.page.request(path, { method: 'DELETE', keepalive: true }).catch(() => {});
    }
  }

  /** @param {End} end */
  end(end) {
    this.release();
    this.listener.closed(end);
  }

  release() {
    this.source.close();
    this.unsent = [];
    globalThis.removeEventListener?.('pagehide', this.leave);
  }
}

/**
 * @param {string} base64
 * @returns {ArrayBuffer}
 */
function bytes(base64) {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0)).buffer;
}

/**
 * The frames, each after its length as a big-endian uint32.
 *
 * @param {ArrayBuffer[]} frames
 * @returns {ArrayBuffer}
 */
export function packed(frames) {
  const body = new Uint8Array(frames.reduce((sum, frame) => sum + 4 + frame.byteLength, 0));
  const view = new DataView(body.buffer);
  let position = 0;
  for (const frame of frames) {
    view.setUint32(position, frame.byteLength);
    body.set(new Uint8Array(frame), position + 4);
    position += 4 + frame.byteLength;
  }
  return body.buffer;
}
