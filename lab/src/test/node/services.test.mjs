import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { manager, run, signalled } from './lab.mjs';

const services = manager();
after(() => services.dispose());

const notebook = {
  cells: [{ cell_type: 'code', id: 'c1', source: '1 + 1', metadata: {}, outputs: [], execution_count: null }],
  metadata: { kernelspec: { name: 'java', display_name: 'Java' } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe('sessions', () => {
  test('tie a notebook to a kernel, move and end', async () => {
    const session = await services.sessions.startNew({
      path: 'session.ipynb', name: 'session.ipynb', type: 'notebook', kernel: { name: 'java' },
    });
    await services.sessions.refreshRunning();
    assert.ok([...services.sessions.running()].some((model) => model.id === session.id));
    assert.equal((await services.sessions.findByPath('session.ipynb')).id, session.id);
    const { reply } = await run(session.kernel, '2 + 2', { metadata: { cellId: 'c1' } });
    assert.equal(reply.content.status, 'ok');
    await session.setPath('moved.ipynb');
    await services.sessions.refreshRunning();
    assert.equal((await services.sessions.findById(session.id)).path, 'moved.ipynb');
    const first = session.kernel.id;
    await session.changeKernel({ name: 'java' });
    assert.notEqual(session.kernel.id, first);
    await services.kernels.refreshRunning();
    assert.equal(await services.kernels.findById(first), undefined);
    await session.shutdown();
    await services.sessions.refreshRunning();
    assert.equal(await services.sessions.findById(session.id), undefined);
  });
});

describe('contents', () => {
  const { contents } = services;

  test('make a round trip', async () => {
    const saved = await contents.save('trip.ipynb', { type: 'notebook', format: 'json', content: notebook });
    assert.equal(saved.path, 'trip.ipynb');
    const read = await contents.get('trip.ipynb', { content: true, hash: true });
    assert.equal(read.content.cells[0].source, '1 + 1');
    assert.equal(read.hash.length, 64);
    await contents.rename('trip.ipynb', 'other.ipynb');
    const copy = await contents.copy('other.ipynb', '');
    assert.match(copy.path, /other-Copy/);
    const folder = await contents.newUntitled({ type: 'directory' });
    const listing = await contents.get('');
    assert.ok(listing.content.some((entry) => entry.path === folder.path));
    const point = await contents.createCheckpoint('other.ipynb');
    assert.ok((await contents.listCheckpoints('other.ipynb')).some((one) => one.id === point.id));
    await contents.restoreCheckpoint('other.ipynb', point.id);
    await contents.delete('other.ipynb');
    await assert.rejects(contents.get('other.ipynb'));
  });
});

describe('terminals', () => {
  test('run a shell and end', async () => {
    const terminal = await services.terminals.startNew();
    let text = '';
    const done = signalled(terminal.messageReceived, (message) => {
      text += message.type === 'stdout' ? message.content.join('') : '';
      return text.includes('sum 42');
    });
    terminal.send({ type: 'set_size', content: [24, 80, 600, 800] });
    terminal.send({ type: 'stdin', content: ['echo sum $((6*7))\r'] });
    await done;
    await services.terminals.refreshRunning();
    assert.ok([...services.terminals.running()].some((model) => model.name === terminal.name));
    await terminal.shutdown();
  });
});

describe('settings, workspaces and config', () => {
  test('keep a workspace', async () => {
    await services.workspaces.save('ws', { data: { a: 1 }, metadata: { id: 'ws' } });
    assert.deepEqual((await services.workspaces.fetch('ws')).data, { a: 1 });
    assert.ok((await services.workspaces.list()).ids.includes('ws'));
    await services.workspaces.remove('ws');
  });

  test('list settings', async () => {
    const list = await services.settings.list();
    assert.ok(Array.isArray(list.ids));
  });

  test('say who is here', async () => {
    // Not through services.user, which wants a browser's localStorage.
    const me = await (await fetch(process.env.MOKA_LAB_URL + '/api/me')).json();
    assert.equal(me.identity.username, 'ann');
  });
});

describe('events', () => {
  test('tell what is done with kernels', async () => {
    const heard = signalled(
      services.events.stream,
      (event) => event.schema_id.includes('kernel_actions') && event.action === 'start',
    );
    // The stream connects by itself; until it has, nothing is heard.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const kernel = await services.kernels.startNew({ name: 'java' });
    const event = await heard;
    assert.equal(event.status, 'success');
    await kernel.shutdown();
  });

  test('are passed on', async () => {
    const heard = signalled(services.events.stream, (event) => event.schema_id === 'https://example.org/a');
    await services.events.emit({ schema_id: 'https://example.org/a', version: '1', data: { greeting: 'hi' } });
    assert.equal((await heard).greeting, 'hi');
  });
});
