import { connect } from 'node:net';

/** Writes bytes to the port as they are, and gives everything that comes back. */
export function raw(bytes: string | Buffer, to: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(to).port), '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', () => resolve(answer)).on('close', () => resolve(answer));
  });
}

/** A request as bytes. */
export const message = (method: string, path: string, type: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);

/** What people and machines put where a word is expected. */
export const hostileTexts = [
  '',
  '\0',
  'a\0b\u0001\u001f\u007f\ufffe\uffff',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]><!--&amp;&#0;&bogus;<?xml?>',
  '{"__proto__":{"polluted":true}}',
  '__proto__',
  'constructor',
  '\u202egnihsif\u202c\u2066',
  '🦡'.repeat(10_000),
  'x'.repeat(200_000),
  "'; DROP TABLE requests; --",
  '../../../../etc/passwd',
  '%00%ff%c0%af',
  '\r\nSet-Cookie: a=b',
  'NaN',
  '1e999',
];

const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';
/** Bodies with their types, none of them what it says. */
export const hostileBodies: [string, string | Buffer][] = [
  [form, ''],
  [form, '%'],
  [form, '&&&&===='],
  [form, Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0xc3, 0x28])],
  [form, `api_key=sandbox-key&${'a=b&'.repeat(50_000)}`],
  [form, `attribute[${'['.repeat(50_000)}]=1`],
  [form, 'attribute[]=1&attribute[__proto__]=2&attribute[a][b][]=3&attribute=4'],
  [form, '__proto__[polluted]=1&constructor[prototype][polluted]=1'],
  ['application/json', '{"service_code":"pothole"}'],
  ['text/plain', 'hello'],
  ['', 'hello'],
  ['multipart/form-data', 'no boundary'],
  [multipart, ''],
  [multipart, '--x'],
  [multipart, '--x\r\n\r\n--x--'],
  [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'],
  [
    multipart,
    '--x\r\nContent-Disposition: form-data; name="a"; filename="../../etc/passwd\0.jpg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg onload=alert(1)>\r\n--x--\r\n',
  ],
  [multipart, `--x\r\n${'A: b\r\n'.repeat(20_000)}\r\n\r\n--x--`],
  [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(5_000) + '--x--'],
  [`multipart/form-data; boundary=${'y'.repeat(5_000)}`, '--y'],
];
