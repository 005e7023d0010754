// The newer features of S3, as the AWS SDK for JavaScript speaks them. JavaScriptClientTests starts a
// server, makes the bucket that S3_BUCKET names, and runs this.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const Bucket = process.env.S3_BUCKET;
const s3 = new S3Client({
  endpoint: process.env.S3_ENDPOINT,
  region: 'us-east-1',
  forcePathStyle: true,
  maxAttempts: 1,
});

const put = (Key, Body, more) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

async function read(Key, more) {
  const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED', ...more }));
  return { ...answer, bytes: Buffer.from(await answer.Body.transformToByteArray()) };
}

const refused = (name, status) => (error) => {
  assert.equal(error.name, name);
  assert.equal(error.$metadata.httpStatusCode, status);
  return true;
};

test('what is put is got, with the checksum that the SDK adds by itself', async () => {
  const body = randomBytes(300_000);

  const stored = await put('보고서 (최종) #&=+.bin', body, { Metadata: { author: 'kim' } });
  const got = await read('보고서 (최종) #&=+.bin');

  assert.ok(stored.ChecksumCRC32);
  assert.equal(got.ChecksumCRC32, stored.ChecksumCRC32);
  assert.deepEqual(got.Metadata, { author: 'kim' });
  assert.ok(got.bytes.equals(body));
});

test('If-None-Match: * makes an object once', async () => {
  await put('once', 'first', { IfNoneMatch: '*' });

  await assert.rejects(put('once', 'second', { IfNoneMatch: '*' }), refused('PreconditionFailed', 412));
  assert.equal((await read('once')).bytes.toString(), 'first');
});

test('of sixteen that make the same object at once, one does', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 16 }, (_, i) => put('race', `writer ${i}`, { IfNoneMatch: '*' })),
  );

  const winners = outcomes.flatMap((outcome, i) => (outcome.status === 'fulfilled' ? [i] : []));
  assert.equal(winners.length, 1);
  assert.equal((await read('race')).bytes.toString(), `writer ${winners[0]}`);
  for (const { reason } of outcomes.filter((outcome) => outcome.status === 'rejected')) {
    assert.ok([409, 412].includes(reason.$metadata.httpStatusCode), reason.name);
  }
});

test('If-Match overwrites only what was seen', async () => {
  const seen = await put('edited', 'first');
  const newer = await put('edited', 'second', { IfMatch: seen.ETag });

  await assert.rejects(put('edited', 'third', { IfMatch: seen.ETag }), refused('PreconditionFailed', 412));
  await assert.rejects(put('missing', 'x', { IfMatch: seen.ETag }), refused('NoSuchKey', 404));
  await assert.rejects(read('edited', { IfMatch: seen.ETag }), refused('PreconditionFailed', 412));
  assert.equal((await read('edited', { IfMatch: newer.ETag })).bytes.toString(), 'second');
});

for (const [algorithm, field] of [
  ['CRC64NVME', 'ChecksumCRC64NVME'],
  ['CRC32C', 'ChecksumCRC32C'],
  ['SHA256', 'ChecksumSHA256'],
]) {
  test(`${algorithm} is checked, kept and shown`, async () => {
    const stored = await put(`sum-${algorithm}`, 'two hundred sheets', { ChecksumAlgorithm: algorithm });
    const got = await read(`sum-${algorithm}`);

    assert.ok(stored[field]);
    assert.equal(got[field], stored[field]);
    assert.equal(got.bytes.toString(), 'two hundred sheets');
    await assert.rejects(
      put(`wrong-${algorithm}`, 'other bytes', { [field]: stored[field] }),
      refused('BadDigest', 400),
    );
    await assert.rejects(read(`wrong-${algorithm}`), refused('NoSuchKey', 404));
  });
}

test('a multipart upload keeps the checksums of its parts and of the whole', async () => {
  const parts = [randomBytes(5 << 20), randomBytes(5 << 20), randomBytes(12_345)];
  const Key = 'large';
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'FULL_OBJECT' }),
  );
  const done = [];
  for (const [i, Body] of parts.entries()) {
    const PartNumber = i + 1;
    const part = { Bucket, Key, UploadId, PartNumber, Body, ChecksumAlgorithm: 'CRC64NVME' };
    const { ETag, ChecksumCRC64NVME } = await s3.send(new UploadPartCommand(part));
    assert.ok(ChecksumCRC64NVME);
    done.push({ PartNumber, ETag, ChecksumCRC64NVME });
  }
  const listed = await s3.send(new ListPartsCommand({ Bucket, Key, UploadId }));
  assert.deepEqual(
    listed.Parts.map((part) => part.ChecksumCRC64NVME),
    done.map((part) => part.ChecksumCRC64NVME),
  );

  const whole = await s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: done } }),
  );
  const again = await put('large, at once', Buffer.concat(parts), { ChecksumAlgorithm: 'CRC64NVME' });
  const got = await read(Key);

  assert.equal(whole.ChecksumType, 'FULL_OBJECT');
  assert.equal(whole.ChecksumCRC64NVME, again.ChecksumCRC64NVME);
  assert.ok(got.bytes.equals(Buffer.concat(parts)));
});

test('a composite checksum is that of the parts\' checksums', async () => {
  const parts = [randomBytes(5 << 20), randomBytes(1000)];
  const Key = 'composite';
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: 'SHA256' }),
  );
  const done = [];
  for (const [i, Body] of parts.entries()) {
    const part = { Bucket, Key, UploadId, PartNumber: i + 1, Body, ChecksumAlgorithm: 'SHA256' };
    const { ETag, ChecksumSHA256 } = await s3.send(new UploadPartCommand(part));
    done.push({ PartNumber: i + 1, ETag, ChecksumSHA256 });
  }

  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: done } }));
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));

  const sums = parts.map((part) => createHash('sha256').update(part).digest());
  const expected = createHash('sha256').update(Buffer.concat(sums)).digest('base64');
  assert.equal(head.ChecksumSHA256, `${expected}-2`);
  assert.equal(head.ChecksumType, 'COMPOSITE');
});

test('presigned URLs put and get, and nothing else', async () => {
  const Key = 'presigned/한글.txt';
  const up = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key }), { expiresIn: 60 });
  const down = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 60 });

  assert.equal((await fetch(up, { method: 'PUT', body: 'by link' })).status, 200);
  assert.equal(await (await fetch(down)).text(), 'by link');

  assert.equal((await fetch(down, { method: 'DELETE' })).status, 403);
  assert.equal((await fetch(down.replace('presigned', 'pre'))).status, 403);
  assert.equal((await read(Key)).bytes.toString(), 'by link');
});

test('a list has folders, pages and every key once', async () => {
  const keys = Array.from({ length: 25 }, (_, i) => `list/부서 ${i % 5}/${String(i).padStart(2, '0')}+&.txt`);
  await Promise.all([...keys, 'list/top'].map((key) => put(key, key)));

  const top = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }));
  const pages = [];
  for await (const page of paginateListObjectsV2({ client: s3, pageSize: 7 }, { Bucket, Prefix: 'list/' })) {
    pages.push(page.Contents.map((object) => object.Key));
  }

  assert.deepEqual(
    top.CommonPrefixes.map((prefix) => prefix.Prefix),
    [0, 1, 2, 3, 4].map((i) => `list/부서 ${i}/`),
  );
  assert.deepEqual(
    top.Contents.map((object) => object.Key),
    ['list/top'],
  );
  assert.deepEqual(pages.flat(), [...keys, 'list/top'].sort());
  assert.deepEqual(
    pages.map((page) => page.length),
    [7, 7, 7, 5],
  );
});

test('many are deleted at once', async () => {
  await Promise.all(['gone/1', 'gone/2'].map((key) => put(key, key)));

  const Objects = [{ Key: 'gone/1' }, { Key: 'gone/2' }, { Key: 'gone/never' }];
  const { Deleted, Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

  assert.equal(Errors, undefined);
  assert.equal(Deleted.length, 3);
  await assert.rejects(read('gone/1'), refused('NoSuchKey', 404));
});
