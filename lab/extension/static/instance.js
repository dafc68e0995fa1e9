/**
 * What `GET {base}moka/instance` tells about the notebook instance.
 *
 * @typedef {object} Instance
 * @property {string} name
 * @property {string} instanceType
 * @property {number} vcpu
 * @property {number} memoryLimitBytes
 * @property {number} memoryUsedBytes
 * @property {number} usdPerHour
 * @property {number} usdSoFar
 * @property {string} hubUrl
 */

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/**
 * Asks the server for the instance; undefined where the lab runs without a hub.
 *
 * @param {import('./shared.js').Shared} shared
 * @param {import('@jupyterlab/services').ServerConnection.ISettings} settings
 * @returns {Promise<Instance | undefined>}
 */
export async function fetchInstance({ coreutils: { URLExt }, services: { ServerConnection } }, settings) {
  const url = URLExt.join(settings.baseUrl, 'moka/instance');
  const response = await ServerConnection.makeRequest(url, {}, settings);
  if (response.status === 404) {
    return undefined;
  }
  if (!response.ok) {
    throw new ServerConnection.ResponseError(response);
  }
  const instance = await response.json();
  return instance.name ? instance : undefined;
}

/**
 * A size in the unit that suits it: `512 MiB`, `1.5 GiB`.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  const power = unitOf(bytes);
  return `${amount(bytes, power)} ${UNITS[power]}`;
}

/**
 * How much of a limit is used, the unit once where it is the same: `0.6 of 4 GiB`, `300 MiB of 4 GiB`.
 *
 * @param {number} used
 * @param {number} limit
 */
export function share(used, limit) {
  const power = unitOf(limit);
  // A tenth of the unit of the limit is precise enough to stay in it.
  return used >= 1024 ** power / 10 ? `${amount(used, power)} of ${size(limit)}` : `${size(used)} of ${size(limit)}`;
}

/**
 * An amount of money; what is not nothing never shows as nothing.
 *
 * @param {number} usd
 */
export function money(usd) {
  return usd > 0 && usd < 0.01 ? '< $0.01' : `$${usd.toFixed(2)}`;
}

/**
 * A price of one hour, with as many digits as the price lists have.
 *
 * @param {number} usd
 */
export function price(usd) {
  return `$${usd.toFixed(4).replace(/0{1,2}$/, '')} an hour`;
}

/**
 * How full the memory is, from 0 to 1.
 *
 * @param {Pick<Instance, 'memoryUsedBytes' | 'memoryLimitBytes'>} instance
 */
export function fullness({ memoryUsedBytes, memoryLimitBytes }) {
  return memoryLimitBytes > 0 ? Math.min(1, memoryUsedBytes / memoryLimitBytes) : 0;
}

/**
 * The word for how full it is, for those who don't see the colour of the bar.
 *
 * @param {number} fraction
 * @returns {'ok' | 'high' | 'full'}
 */
export function level(fraction) {
  return fraction >= 0.9 ? 'full' : fraction >= 0.75 ? 'high' : 'ok';
}

/** @param {number} bytes */
function unitOf(bytes) {
  return bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
}

/**
 * @param {number} bytes
 * @param {number} power
 */
function amount(bytes, power) {
  const value = bytes / 1024 ** power;
  return power >= 3 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
}
