/** Whether the gateway knows the address that residents use. Links in emails and whether cookies are `Secure` depend on it. */
import { SettingsError, type GatewaySettings } from './settings.ts';

/** Whether a server on this host answers on every address of its machine, which is then an address for nobody. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '[::]';
}

const isThisMachine = (hostname: string): boolean => hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);

/**
 * What is doubtful about `publicUrl`, in sentences for the person who runs the gateway.
 * @throws SettingsError where links could lead nowhere: a server for other machines that does not know its own address
 */
export function checkPublicUrl(settings: GatewaySettings, environment: NodeJS.ProcessEnv): readonly string[] {
  const { publicUrl, host, trustedProxies } = settings;
  const set = 'Set "publicUrl" (PUBLIC_URL) to the address residents see, such as "https://services.council.example".';
  if (publicUrl !== undefined) {
    const { protocol, hostname } = new URL(publicUrl);
    if (isEveryAddress(hostname)) {
      throw new SettingsError(`The setting "publicUrl" in the settings is not allowed: no browser can open ${hostname}. ${set}`);
    }
    return protocol === 'https:' || isThisMachine(hostname)
      ? []
      : ['The setting "publicUrl" begins with http: what residents send can be read on the way, and cookies are not Secure. Use https.'];
  }
  if (isEveryAddress(host) && environment['NODE_ENV'] !== 'development') {
    throw new SettingsError(
      `The setting "publicUrl" is missing from the settings: "host" is ${host}, so links in emails and pages would lead nowhere. ${set} ` +
        'On a developer’s machine set NODE_ENV=development instead.',
    );
  }
  const here = `links in emails and pages lead to ${isEveryAddress(host) ? 'localhost' : host}`;
  return trustedProxies > 0
    ? [`The setting "publicUrl" is missing, but "trustedProxies" says that residents come through a proxy: ${here}. ${set}`]
    : [`The setting "publicUrl" is missing: ${here}. That is right on a developer’s machine only. ${set}`];
}
