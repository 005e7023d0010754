import { expect, test } from 'vitest';
import { clientSettings } from './clientSettings';

const key = { id: 'AKIAEXAMPLE', secret: 'secret' };

test('every client is told the endpoint and the key', () => {
  const storage = { endpoint: 'https://s3.example.com:9000', region: 'us-east-1' };

  for (const { text } of clientSettings(storage, key)) {
    expect(text).toContain('s3.example.com:9000');
    expect(text).toContain('AKIAEXAMPLE');
    expect(text).toContain('secret');
  }
});

test('s3cmd speaks TLS just where the endpoint does', () => {
  const settings = (endpoint: string) =>
    clientSettings({ endpoint, region: 'r' }, key).find(({ client }) => client === 's3cmd')?.text;

  expect(settings('http://localhost:9000')).toContain('use_https = False');
  expect(settings('https://s3.example.com')).toContain('use_https = True');
});
