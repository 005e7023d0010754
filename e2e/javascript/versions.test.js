// Versions, locks, tags, encryption and bucket configuration, as the AWS SDK for JavaScript speaks them.
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  PutObjectTaggingCommand,
  S3Client,
  waitUntilBucketExists,
  waitUntilObjectExists,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const MIB = 1 << 20;
const s3 = new S3Client({
  endpoint: process.env.S3_ENDPOINT,
  region: 'us-east-1',
  forcePathStyle: true,
  maxAttempts: 1,
});

async function makeBucket(more) {
  const Bucket = `js-${randomUUID().slice(0, 12)}`;
  await s3.send(new CreateBucketCommand({ Bucket, ...more }));
  return Bucket;
}

async function makeVersionedBucket() {
  const Bucket = await makeBucket();
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return Bucket;
}

const put = (Bucket, Key, Body, more) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

async function read(Bucket, Key, more) {
  const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Buffer.from(await answer.Body.transformToByteArray());
}

const refused = (name, status, more) => (error) => {
  assert.equal(error.name, name);
  assert.equal(error.$metadata.httpStatusCode, status);
  for (const [field, value] of Object.entries(more ?? {})) {
    assert.equal(error[field], value, field);
  }
  return true;
};

test('versions are kept, hidden by a marker, and shown again', async () => {
  const Bucket = await makeVersionedBucket();
  const first = await put(Bucket, '문서', 'one');
  await put(Bucket, '문서', 'two');
  const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: '문서' }));

  assert.equal(marker.DeleteMarker, true);
  await assert.rejects(read(Bucket, '문서'), refused('NoSuchKey', 404, { Key: '문서' }));
  await assert.rejects(
    read(Bucket, '문서', { VersionId: marker.VersionId }),
    refused('MethodNotAllowed', 405, { ResourceType: 'DeleteMarker' }),
  );
  assert.equal((await read(Bucket, '문서', { VersionId: first.VersionId })).toString(), 'one');

  await s3.send(new DeleteObjectCommand({ Bucket, Key: '문서', VersionId: marker.VersionId }));
  assert.equal((await read(Bucket, '문서')).toString(), 'two');
  assert.equal((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status, 'Enabled');
});

test('versions are listed over pages, and deleted together', async () => {
  const Bucket = await makeVersionedBucket();
  for (const key of ['a', 'b', 'b', 'c &+', 'c &+']) {
    await put(Bucket, key, 'x');
  }
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'b' }));

  const versions = [];
  const markers = [];
  let page = {};
  do {
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    page = await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 2, KeyMarker, VersionIdMarker }));
    versions.push(...(page.Versions ?? []));
    markers.push(...(page.DeleteMarkers ?? []));
  } while (page.IsTruncated);
  const Objects = [...versions, ...markers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  const deleted = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

  assert.deepEqual(
    versions.map((version) => [version.Key, version.IsLatest]),
    [
      ['a', true],
      ['b', false],
      ['b', false],
      ['c &+', true],
      ['c &+', false],
    ],
  );
  assert.equal(markers.length, 1);
  assert.equal(deleted.Errors, undefined);
  assert.equal(deleted.Deleted.length, 6);
});

test('a version is copied back', async () => {
  const Bucket = await makeVersionedBucket();
  const { VersionId } = await put(Bucket, 'k', 'one');
  await put(Bucket, 'k', 'two');

  const copied = await s3.send(
    new CopyObjectCommand({ Bucket, Key: 'k', CopySource: `${Bucket}/k?versionId=${VersionId}` }),
  );

  assert.equal(copied.CopySourceVersionId, VersionId);
  assert.equal((await read(Bucket, 'k')).toString(), 'one');
});

test('what is locked stays', async () => {
  const Bucket = await makeBucket({ ObjectLockEnabledForBucket: true });
  const Key = 'k';
  const RetainUntilDate = new Date(Date.now() + 86_400_000);
  const { VersionId } = await put(Bucket, Key, 'x', {
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: RetainUntilDate,
  });
  const remove = (more) => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId, ...more }));

  await assert.rejects(
    remove(),
    refused('AccessDenied', 403, { message: 'Access Denied because object protected by object lock.' }),
  );
  const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key }));
  assert.equal(Retention.Mode, 'GOVERNANCE');
  await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status: 'ON' } }));
  await assert.rejects(remove({ BypassGovernanceRetention: true }), refused('AccessDenied', 403));
  const { LegalHold } = await s3.send(new GetObjectLegalHoldCommand({ Bucket, Key }));
  assert.equal(LegalHold.Status, 'ON');
  await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status: 'OFF' } }));
  await remove({ BypassGovernanceRetention: true });

  await put(Bucket, Key, 'y');
  await s3.send(
    new PutObjectRetentionCommand({ Bucket, Key, Retention: { Mode: 'COMPLIANCE', RetainUntilDate } }),
  );
  await assert.rejects(
    s3.send(new PutObjectRetentionCommand({ Bucket, Key, Retention: {}, BypassGovernanceRetention: true })),
    refused('AccessDenied', 403),
  );
});

test('tags come and go', async () => {
  const Bucket = await makeBucket();
  await put(Bucket, 'k', 'x', { Tagging: 'team=sales&%EB%B6%80%EC%84%9C=%EC%B4%9D%EB%AC%B4' });
  const tags = async () => (await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'k' }))).TagSet;

  assert.deepEqual(
    new Map((await tags()).map(({ Key, Value }) => [Key, Value])),
    new Map([
      ['team', 'sales'],
      ['부서', '총무'],
    ]),
  );
  await s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet: [{ Key: 'a', Value: '' }] } }));
  assert.deepEqual(await tags(), [{ Key: 'a', Value: '' }]);
  await assert.rejects(
    s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet: [{ Key: 'a,b', Value: '' }] } })),
    refused('InvalidTag', 400, { TagKey: 'a,b' }),
  );
});

test("a customer's key opens what it closed, and nothing else does", async () => {
  const Bucket = await makeBucket();
  const key = (bytes) => ({
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: bytes.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(bytes).digest('base64'),
  });
  const mine = key(randomBytes(32));
  const body = randomBytes(200_000);

  await put(Bucket, 'k', body, mine);

  assert.ok((await read(Bucket, 'k', mine)).equals(body));
  assert.ok((await read(Bucket, 'k', { ...mine, Range: 'bytes=65000-70000' })).equals(body.subarray(65_000, 70_001)));
  await assert.rejects(read(Bucket, 'k'), refused('InvalidRequest', 400));
  await assert.rejects(read(Bucket, 'k', key(randomBytes(32))), refused('AccessDenied', 403));
});

test('a stream of unknown length goes up in parts', async () => {
  const Bucket = await makeBucket();
  const pieces = Array.from({ length: 23 }, () => randomBytes(MIB));
  const seen = [];
  const upload = new Upload({
    client: s3,
    params: { Bucket, Key: '스트림', Body: Readable.from(pieces), Metadata: { author: 'kim' } },
    partSize: 5 * MIB,
    queueSize: 3,
  });
  upload.on('httpUploadProgress', ({ part }) => seen.push(part));

  const done = await upload.done();
  const attributes = await s3.send(
    new GetObjectAttributesCommand({ Bucket, Key: '스트림', ObjectAttributes: ['ObjectParts', 'ObjectSize'] }),
  );

  assert.ok(done.ETag.endsWith('-5"'));
  assert.equal(seen.length, 5);
  assert.equal(attributes.ObjectParts.TotalPartsCount, 5);
  assert.equal(attributes.ObjectSize, 23 * MIB);
  assert.ok((await read(Bucket, '스트림')).equals(Buffer.concat(pieces)));
});

test('an upload that is given up leaves nothing', async () => {
  const Bucket = await makeBucket();
  const upload = new Upload({
    client: s3,
    params: {
      Bucket,
      Key: 'k',
      Body: Readable.from(
        (async function* () {
          yield randomBytes(6 * MIB);
          await upload.abort();
          yield randomBytes(6 * MIB);
        })(),
      ),
    },
    partSize: 5 * MIB,
  });

  await assert.rejects(upload.done(), { name: 'AbortError' });
  await assert.rejects(s3.send(new HeadObjectCommand({ Bucket, Key: 'k' })), refused('NotFound', 404));
});

test('a link carries the version, the type and the name to save under', async () => {
  const Bucket = await makeVersionedBucket();
  const { VersionId } = await put(Bucket, 'k', 'one');
  await put(Bucket, 'k', 'two');
  const link = await getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket,
      Key: 'k',
      VersionId,
      ResponseContentType: 'text/x',
      ResponseContentDisposition: "attachment; filename*=UTF-8''%ED%95%9C.txt",
    }),
    { expiresIn: 60 },
  );

  const answer = await fetch(link);

  assert.equal(await answer.text(), 'one');
  assert.equal(answer.headers.get('content-type'), 'text/x');
  assert.equal(answer.headers.get('content-disposition'), "attachment; filename*=UTF-8''%ED%95%9C.txt");
});

test('a lifecycle is there until it is deleted', async () => {
  const Bucket = await makeBucket();
  const Rules = [{ ID: 'old', Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 3 } }];
  await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));

  assert.deepEqual((await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules, Rules);
  await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
  await assert.rejects(
    s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
    refused('NoSuchLifecycleConfiguration', 404, { BucketName: Bucket }),
  );
});

test('waiters see what is there', async () => {
  const Bucket = await makeBucket();
  await put(Bucket, 'k', 'x');

  await waitUntilBucketExists({ client: s3, maxWaitTime: 10, minDelay: 1 }, { Bucket });
  await waitUntilObjectExists({ client: s3, maxWaitTime: 10, minDelay: 1 }, { Bucket, Key: 'k' });
});
