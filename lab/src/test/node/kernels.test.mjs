import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { manager, run, signalled } from './lab.mjs';

describe('kernelspecs', () => {
  const services = manager();
  after(() => services.dispose());

  test('java is there, is the default and has a picture', async () => {
    await services.kernelspecs.ready;
    const { specs } = services.kernelspecs;
    assert.equal(specs.default, 'java');
    assert.equal(specs.kernelspecs.java.display_name, 'Java');
    assert.equal(specs.kernelspecs.java.language, 'java');
    const logo = await fetch(process.env.MOKA_LAB_URL + specs.kernelspecs.java.resources['logo-svg']);
    assert.equal(logo.status, 200);
    assert.match(logo.headers.get('content-type'), /svg/);
  });
});

for (const wire of ['v1', 'legacy']) {
  describe(`a kernel over the ${wire} wire`, () => {
    const services = manager(wire);
    let kernel;
    before(async () => {
      kernel = await services.kernels.startNew({ name: 'java' });
    });
    after(async () => {
      await kernel.shutdown();
      services.dispose();
    });

    test('says who it is', async () => {
      const info = await kernel.info;
      assert.equal(info.language_info.name, 'java');
      assert.equal(info.status, 'ok');
    });

    test('runs a cell and shows its result', async () => {
      const { reply, results, text } = await run(kernel, 'System.out.println("héllo ✓"); 6 * 7');
      assert.equal(reply.content.status, 'ok');
      assert.equal(text, 'héllo ✓\n');
      assert.equal(results[0].content.data['text/plain'], '42');
    });

    test('names the error and the line', async () => {
      const { reply } = await run(kernel, 'throw new IllegalStateException("so")');
      assert.equal(reply.content.status, 'error');
      assert.match(reply.content.ename, /IllegalStateException/);
    });

    test('asks for input', async () => {
      const { text } = await run(
        kernel,
        'System.out.println("got " + new java.util.Scanner(System.in).nextLine())',
        {
          content: { allow_stdin: true },
          onStdin: (message) =>
            kernel.sendInputReply({ status: 'ok', value: 'tea' }, message.header),
        },
      );
      assert.match(text, /got tea/);
    });

    test('completes, inspects and judges completeness', async () => {
      const complete = await kernel.requestComplete({ code: 'Math.ab', cursor_pos: 7 });
      assert.ok(complete.content.matches.some((match) => match.includes('abs')));
      const inspect = await kernel.requestInspect({ code: 'Math.abs', cursor_pos: 8, detail_level: 0 });
      assert.equal(inspect.content.status, 'ok');
      const open = await kernel.requestIsComplete({ code: 'for (int i = 0; i < 3; i++) {' });
      assert.equal(open.content.status, 'incomplete');
    });

    test('remembers what was run', async () => {
      await run(kernel, 'int remembered = 1;', { content: { store_history: true } });
      const history = await kernel.requestHistory({
        hist_access_type: 'tail', n: 5, output: false, raw: true,
      });
      assert.ok(history.content.history.some((entry) => JSON.stringify(entry).includes('remembered')));
    });

    test('closes a comm that it does not know', async () => {
      const comm = kernel.createComm('nobody.knows.this');
      const closed = new Promise((resolve) => {
        comm.onClose = resolve;
      });
      comm.open({ some: 'data' });
      await closed;
    });

    test('carries ten thousand lines, none lost', async () => {
      const { text } = await run(kernel, 'for (int i = 0; i < 10_000; i++) System.out.println(i);');
      assert.equal(text.trim().split('\n').length, 10_000);
    });

    test('stops a busy cell', async () => {
      const future = kernel.requestExecute({ code: 'System.out.println("on"); while (true) { }' });
      await new Promise((resolve) => {
        future.onIOPub = (message) => message.header.msg_type === 'stream' && resolve();
      });
      await kernel.interrupt();
      const reply = await future.done;
      assert.equal(reply.content.status, 'error');
    });

    test('is another after a restart, under the same id', async () => {
      const { id } = kernel;
      await run(kernel, 'int before = 1;');
      await kernel.restart();
      const { reply } = await run(kernel, 'before');
      assert.equal(kernel.id, id);
      assert.equal(reply.content.status, 'error');
    });
  });
}

describe('kernels', () => {
  const services = manager();
  after(() => services.dispose());

  test('are listed, found and gone', async () => {
    const kernel = await services.kernels.startNew({ name: 'java' });
    await services.kernels.refreshRunning();
    assert.ok([...services.kernels.running()].some((model) => model.id === kernel.id));
    const model = await services.kernels.findById(kernel.id);
    assert.equal(model.name, 'java');
    assert.ok(model.last_activity);
    await services.kernels.shutdown(kernel.id);
    assert.equal(await services.kernels.findById(kernel.id), undefined);
  });

  test('that do not exist are refused', async () => {
    await assert.rejects(services.kernels.startNew({ name: 'cobol' }), /not available/);
  });

  test('shared by two pages send output to both and replies to who asked', async () => {
    const one = await services.kernels.startNew({ name: 'java' });
    const two = services.kernels.connectTo({ model: one.model });
    await two.info;
    const heard = signalled(two.iopubMessage, (message) => message.content.text === 'shared\n');
    await run(one, 'System.out.println("shared")');
    await heard;
    await one.shutdown();
  });

  test('that die come back, and the cell says why it ended', async () => {
    const kernel = await services.kernels.startNew({ name: 'java' });
    await kernel.info;
    const restarting = signalled(kernel.statusChanged, (status) => status === 'autorestarting');
    const { reply, messages } = await run(
      kernel,
      'new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(60_000)',
    );
    assert.equal(reply.content.status, 'error');
    assert.ok(messages.some((message) => /kill -9/.test(message.content.evalue ?? '')));
    await restarting;
    const next = await run(kernel, '1 + 1');
    assert.equal(next.reply.content.status, 'ok');
    await kernel.shutdown();
  });
});
