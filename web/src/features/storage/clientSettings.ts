import type { Storage } from './storage';

type Credentials = { id: string; secret: string };

/** Settings of an S3 client, ready to be pasted. */
export type ClientSettings = { client: string; file: string; text: string };

/** For the clients that people use most; path addressing works with every host name. */
export function clientSettings(
  { endpoint, region }: Pick<Storage, 'endpoint' | 'region'>,
  { id, secret }: Credentials,
): ClientSettings[] {
  const { host, protocol } = new URL(endpoint);
  const https = protocol === 'https:';
  return [
    {
      client: 'aws',
      file: '~/.aws/config',
      text: lines(
        '[profile dure]',
        `aws_access_key_id = ${id}`,
        `aws_secret_access_key = ${secret}`,
        `region = ${region}`,
        `endpoint_url = ${endpoint}`,
        's3 =',
        '    addressing_style = path',
        // Else `aws s3 presign` of some versions signs as Amazon did long ago.
        '    signature_version = s3v4',
      ),
    },
    {
      client: 'rclone',
      file: '~/.config/rclone/rclone.conf',
      text: lines(
        '[dure]',
        'type = s3',
        'provider = Other',
        `access_key_id = ${id}`,
        `secret_access_key = ${secret}`,
        `region = ${region}`,
        `endpoint = ${endpoint}`,
        'force_path_style = true',
      ),
    },
    {
      client: 's3cmd',
      file: '~/.s3cfg',
      text: lines(
        '[default]',
        `access_key = ${id}`,
        `secret_key = ${secret}`,
        `bucket_location = ${region}`,
        `host_base = ${host}`,
        `host_bucket = ${host}`,
        `use_https = ${https ? 'True' : 'False'}`,
      ),
    },
  ];
}

function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}
