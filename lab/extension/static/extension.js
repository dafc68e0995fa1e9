import { earlierOutputs } from './outputs.js';
import { executor } from './executor.js';
import { hub } from './hub.js';
import { instanceStatus } from './status.js';
import { javaFile } from './javafile.js';
import { take } from './shared.js';
import { themes } from './themes.js';
import { transport } from './transport.js';
import { tutorials } from './tutorials.js';

/**
 * The plugins of this extension; each is one file that names what it needs.
 *
 * @param {import('./shared.js').ShareScope} scope
 */
export async function plugins(scope) {
  const shared = await take(scope);
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL('style/moka.css', import.meta.url).href;
  document.head.append(style);
  return [
    transport(shared),
    themes(shared),
    hub(shared),
    tutorials(shared),
    javaFile(shared),
    instanceStatus(shared),
    earlierOutputs(shared),
    executor(shared)
  ];
}
