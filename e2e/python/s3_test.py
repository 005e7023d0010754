"""The storage by boto3. PythonClientTests starts a server and runs this.

S3_ENDPOINT says where it listens, the usual AWS_ variables hold a key with all rights. What boto3 is too old
for is skipped: Debian's is of 2022.
"""

import base64
import datetime
import hashlib
import io
import os
import unittest
import urllib.error
import urllib.request
import uuid

import boto3
import botocore
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError

MIB = 1 << 20
VERSION = tuple(int(number) for number in botocore.__version__.split(".")[:2])
modern = unittest.skipIf(VERSION < (1, 36), f"botocore {botocore.__version__} cannot say that")

s3 = boto3.client(
    "s3",
    endpoint_url=os.environ["S3_ENDPOINT"],
    region_name="us-east-1",
    config=Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        retries={"total_max_attempts": 1},
    ),
)


def fetch(url, method="GET", data=None, headers=None):
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


class S3TestCase(unittest.TestCase):
    lock = False

    def setUp(self):
        self.bucket = "b-" + uuid.uuid4().hex[:12]
        if self.lock:
            s3.create_bucket(Bucket=self.bucket, ObjectLockEnabledForBucket=True)
        else:
            s3.create_bucket(Bucket=self.bucket)

    def at(self, key, **more):
        return {"Bucket": self.bucket, "Key": key, **more}

    def put(self, key, body=b"", **more):
        return s3.put_object(**self.at(key, Body=body, **more))

    def read(self, key, **more):
        return s3.get_object(**self.at(key, **more))["Body"].read()

    def versioning(self, status):
        s3.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": status})

    def refused(self, status, code, call, *positional, **fields):
        """Returns the error's fields, and headers as `headers`."""
        with self.assertRaises(ClientError) as caught:
            call(*positional, **fields)
        error = caught.exception.response["Error"]
        self.assertEqual(
            (status, code),
            (caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], error["Code"]),
            error,
        )
        return {
            **error,
            "headers": caught.exception.response["ResponseMetadata"]["HTTPHeaders"],
        }


class BucketTests(S3TestCase):
    def test_a_bucket_is_there_until_it_is_deleted(self):
        self.assertIn(self.bucket, [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]])
        s3.get_waiter("bucket_exists").wait(
            Bucket=self.bucket, WaiterConfig={"Delay": 1, "MaxAttempts": 1}
        )

        s3.delete_bucket(Bucket=self.bucket)

        s3.get_waiter("bucket_not_exists").wait(
            Bucket=self.bucket, WaiterConfig={"Delay": 1, "MaxAttempts": 1}
        )
        self.refused(404, "404", s3.head_bucket, Bucket=self.bucket)

    def test_errors_name_the_bucket(self):
        self.put("k")

        full = self.refused(409, "BucketNotEmpty", s3.delete_bucket, Bucket=self.bucket)
        unknown = self.refused(404, "NoSuchBucket", s3.list_objects_v2, Bucket="never-made")
        policy = self.refused(404, "NoSuchBucketPolicy", s3.get_bucket_policy, Bucket=self.bucket)
        taken = self.refused(409, "BucketAlreadyOwnedByYou", s3.create_bucket, Bucket=self.bucket)

        self.assertEqual(self.bucket, full["BucketName"])
        self.assertEqual("never-made", unknown["BucketName"])
        self.assertEqual("The specified bucket does not exist", unknown["Message"])
        self.assertEqual(self.bucket, policy["BucketName"])
        self.assertEqual(self.bucket, taken["BucketName"])

    def test_what_is_configured_comes_back(self):
        lifecycle = {
            "Rules": [
                {
                    "ID": "old",
                    "Filter": {"Prefix": "tmp/"},
                    "Status": "Enabled",
                    "Expiration": {"Days": 3},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 2},
                }
            ]
        }
        cors = {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["https://a.example"]}]}
        tags = {"TagSet": [{"Key": "부서", "Value": "총무"}]}

        s3.put_bucket_lifecycle_configuration(Bucket=self.bucket, LifecycleConfiguration=lifecycle)
        s3.put_bucket_cors(Bucket=self.bucket, CORSConfiguration=cors)
        s3.put_bucket_tagging(Bucket=self.bucket, Tagging=tags)

        got = s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)
        self.assertEqual(lifecycle["Rules"], got["Rules"])
        self.assertEqual(cors["CORSRules"], s3.get_bucket_cors(Bucket=self.bucket)["CORSRules"])
        self.assertEqual(tags["TagSet"], s3.get_bucket_tagging(Bucket=self.bucket)["TagSet"])

        s3.delete_bucket_lifecycle(Bucket=self.bucket)
        s3.delete_bucket_cors(Bucket=self.bucket)
        s3.delete_bucket_tagging(Bucket=self.bucket)

        self.refused(
            404,
            "NoSuchLifecycleConfiguration",
            s3.get_bucket_lifecycle_configuration,
            Bucket=self.bucket,
        )
        self.refused(404, "NoSuchCORSConfiguration", s3.get_bucket_cors, Bucket=self.bucket)
        self.refused(404, "NoSuchTagSet", s3.get_bucket_tagging, Bucket=self.bucket)

    def test_what_is_not_there_is_said_to_be_so(self):
        self.refused(
            501, "NotImplemented", s3.get_bucket_website, Bucket=self.bucket
        )
        self.refused(501, "NotImplemented", s3.get_bucket_replication, Bucket=self.bucket)


class ObjectTests(S3TestCase):
    def test_errors_name_the_key(self):
        unknown = self.refused(404, "NoSuchKey", s3.get_object, **self.at("없음"))

        self.assertEqual("없음", unknown["Key"])
        self.assertEqual("The specified key does not exist.", unknown["Message"])
        self.refused(404, "404", s3.head_object, **self.at("없음"))

    def test_a_range_is_cut_or_refused(self):
        self.put("k", b"0123456789")

        self.assertEqual(b"234", self.read("k", Range="bytes=2-4"))
        self.assertEqual(b"89", self.read("k", Range="bytes=-2"))
        beyond = self.refused(416, "InvalidRange", s3.get_object, **self.at("k", Range="bytes=10-"))
        self.assertEqual("10", beyond["ActualObjectSize"])
        self.assertEqual("bytes=10-", beyond["RangeRequested"])

    def test_headers_of_the_answer_are_replaced(self):
        self.put("k", b"x", ContentType="text/plain", CacheControl="no-store")

        got = s3.get_object(
            **self.at(
                "k",
                ResponseContentType="application/pdf",
                ResponseContentDisposition='attachment; filename="x.pdf"',
                ResponseCacheControl="max-age=9",
                ResponseContentLanguage="ko",
                ResponseContentEncoding="identity",
                ResponseExpires=datetime.datetime(2030, 1, 1),
            )
        )

        self.assertEqual("application/pdf", got["ContentType"])
        self.assertEqual('attachment; filename="x.pdf"', got["ContentDisposition"])
        self.assertEqual("max-age=9", got["CacheControl"])
        self.assertEqual("ko", got["ContentLanguage"])
        self.assertEqual("text/plain", s3.head_object(**self.at("k"))["ContentType"])

    def test_metadata_of_all_sorts_comes_back(self):
        self.put("k", b"x", Metadata={"author": "kim", "long": "x" * 1000}, ContentLanguage="ko")

        head = s3.head_object(**self.at("k"))

        self.assertEqual({"author": "kim", "long": "x" * 1000}, head["Metadata"])
        self.refused(
            400, "MetadataTooLarge", self.put, "k", b"x", Metadata={"long": "x" * 2100}
        )

    def test_conditions_of_reads(self):
        etag = self.put("k", b"x")["ETag"]
        past = datetime.datetime(2001, 1, 1)

        self.assertEqual(b"x", self.read("k", IfMatch=etag))
        self.assertEqual(b"x", self.read("k", IfModifiedSince=past))
        self.refused(304, "304", s3.get_object, **self.at("k", IfNoneMatch=etag))
        failed = self.refused(412, "PreconditionFailed", s3.get_object, **self.at("k", IfMatch='"0"'))
        self.assertEqual("If-Match", failed["Condition"])
        failed = self.refused(
            412, "PreconditionFailed", s3.get_object, **self.at("k", IfUnmodifiedSince=past)
        )
        self.assertEqual("If-Unmodified-Since", failed["Condition"])

    @modern
    def test_conditions_of_writes(self):
        etag = self.put("k", b"1", IfNoneMatch="*")["ETag"]

        failed = self.refused(412, "PreconditionFailed", self.put, "k", b"2", IfNoneMatch="*")
        self.assertEqual("If-None-Match", failed["Condition"])
        self.put("k", b"2", IfMatch=etag)
        failed = self.refused(412, "PreconditionFailed", self.put, "k", b"3", IfMatch=etag)
        self.assertEqual("If-Match", failed["Condition"])
        unknown = self.refused(404, "NoSuchKey", self.put, "none", b"3", IfMatch=etag)
        self.assertEqual("none", unknown["Key"])
        self.refused(501, "NotImplemented", self.put, "k", b"3", IfNoneMatch=etag)
        self.assertEqual(b"2", self.read("k"))

    @modern
    def test_conditions_of_deletions(self):
        etag = self.put("k", b"1")["ETag"]

        self.refused(412, "PreconditionFailed", s3.delete_object, **self.at("k", IfMatch='"0"'))
        self.assertEqual(b"1", self.read("k"))
        s3.delete_object(**self.at("k", IfMatch=etag))
        self.refused(404, "NoSuchKey", s3.delete_object, **self.at("k", IfMatch=etag))

    def test_a_copy_is_conditional(self):
        etag = self.put("k", b"1")["ETag"]
        source = {"Bucket": self.bucket, "Key": "k"}

        s3.copy_object(**self.at("c", CopySource=source, CopySourceIfMatch=etag))
        self.refused(
            412,
            "PreconditionFailed",
            s3.copy_object,
            **self.at("d", CopySource=source, CopySourceIfNoneMatch=etag),
        )
        missing = self.refused(
            404,
            "NoSuchKey",
            s3.copy_object,
            **self.at("d", CopySource={"Bucket": self.bucket, "Key": "gone"}),
        )
        self.assertEqual("gone", missing["Key"])
        missing = self.refused(
            404,
            "NoSuchBucket",
            s3.copy_object,
            **self.at("d", CopySource={"Bucket": "never-made", "Key": "gone"}),
        )
        self.assertEqual("never-made", missing["BucketName"])

    @modern
    def test_checksums_of_all_algorithms(self):
        for algorithm in ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]:
            with self.subTest(algorithm):
                field = "Checksum" + algorithm
                try:
                    put = self.put("k", b"text", ChecksumAlgorithm=algorithm)
                except botocore.exceptions.MissingDependencyException:
                    continue
                head = s3.head_object(**self.at("k", ChecksumMode="ENABLED"))
                self.assertEqual(put[field], head[field])
                self.assertEqual("FULL_OBJECT", head["ChecksumType"])
                wrong = self.refused(
                    400, "BadDigest", self.put, "k", b"other", **{field: put[field]}
                )
                self.assertEqual(
                    f"The {algorithm} you specified did not match the calculated checksum.",
                    wrong["Message"],
                )
                self.refused(400, "InvalidRequest", self.put, "k", b"other", **{field: "eA=="})

    def test_a_wrong_md5_is_told(self):
        wrong = base64.b64encode(hashlib.md5(b"other").digest()).decode()

        error = self.refused(400, "BadDigest", self.put, "k", b"text", ContentMD5=wrong)

        self.assertEqual("The Content-MD5 you specified did not match what we received.", error["Message"])
        self.refused(400, "InvalidDigest", self.put, "k", b"text", ContentMD5="x")

    def test_waiters_see_objects_come_and_go(self):
        once = {"Delay": 1, "MaxAttempts": 1}
        with self.assertRaises(WaiterError):
            s3.get_waiter("object_exists").wait(**self.at("k", WaiterConfig=once))
        self.put("k")
        s3.get_waiter("object_exists").wait(**self.at("k", WaiterConfig=once))
        s3.delete_object(**self.at("k"))
        s3.get_waiter("object_not_exists").wait(**self.at("k", WaiterConfig=once))


class ListingTests(S3TestCase):
    def test_paginators_show_every_key_once(self):
        keys = sorted(f"부서 {i % 3}/{i:02} &+.txt" for i in range(20)) + ["최상위"]
        for key in keys:
            self.put(key, b"x")

        for operation in ["list_objects", "list_objects_v2"]:
            pages = s3.get_paginator(operation).paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": 6}
            )
            self.assertEqual(keys, [o["Key"] for page in pages for o in page["Contents"]])
        pages = s3.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket, Delimiter="/", PaginationConfig={"PageSize": 2}
        )
        self.assertEqual(
            ["부서 0/", "부서 1/", "부서 2/"],
            [p["Prefix"] for page in pages for p in page.get("CommonPrefixes", [])],
        )

    def test_wrong_arguments_are_named(self):
        wrong = self.refused(
            400,
            "InvalidArgument",
            s3.list_objects_v2,
            Bucket=self.bucket,
            EncodingType="value",
        )
        self.assertEqual("Invalid Encoding Method specified in Request", wrong["Message"])
        self.assertEqual("encoding-type", wrong["ArgumentName"])
        wrong = self.refused(
            400,
            "InvalidArgument",
            s3.list_objects_v2,
            Bucket=self.bucket,
            ContinuationToken="",
        )
        self.assertEqual("The continuation token provided is incorrect", wrong["Message"])
        self.assertEqual("continuation-token", wrong["ArgumentName"])
        wrong = self.refused(
            400,
            "InvalidArgument",
            s3.list_object_versions,
            Bucket=self.bucket,
            VersionIdMarker="null",
        )
        self.assertEqual("version-id-marker", wrong["ArgumentName"])

    def test_versions_are_listed_newest_first_over_pages(self):
        self.versioning("Enabled")
        made = {}
        for key in ["a", "b/1", "b/2", "c"]:
            made[key] = [self.put(key, bytes([i]))["VersionId"] for i in range(3)]
        marker = s3.delete_object(**self.at("c"))["VersionId"]

        for size in [1, 2, 3, 5, 1000]:
            versions, markers = [], []
            for page in s3.get_paginator("list_object_versions").paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": size}
            ):
                versions += page.get("Versions", [])
                markers += page.get("DeleteMarkers", [])
            self.assertEqual(
                [(key, version) for key in made for version in reversed(made[key])],
                [(v["Key"], v["VersionId"]) for v in versions],
            )
            self.assertEqual([("c", marker, True)], [(m["Key"], m["VersionId"], m["IsLatest"]) for m in markers])
            self.assertEqual(
                [i % 3 == 0 and i < 9 for i in range(12)], [v["IsLatest"] for v in versions]
            )
        folded = s3.list_object_versions(Bucket=self.bucket, Delimiter="/")
        self.assertEqual([{"Prefix": "b/"}], folded["CommonPrefixes"])
        self.assertEqual(6, len(folded["Versions"]))


class VersionTests(S3TestCase):
    def setUp(self):
        super().setUp()
        self.versioning("Enabled")

    def test_a_deleted_object_has_a_marker(self):
        first = self.put("k", b"1")["VersionId"]
        second = self.put("k", b"2")["VersionId"]

        deleted = s3.delete_object(**self.at("k"))
        gone = self.refused(404, "NoSuchKey", s3.get_object, **self.at("k"))
        marked = self.refused(
            405, "MethodNotAllowed", s3.get_object, **self.at("k", VersionId=deleted["VersionId"])
        )
        head = self.refused(
            405, "405", s3.head_object, **self.at("k", VersionId=deleted["VersionId"])
        )

        self.assertTrue(deleted["DeleteMarker"])
        self.assertEqual("true", gone["headers"]["x-amz-delete-marker"])
        self.assertEqual(deleted["VersionId"], gone["headers"]["x-amz-version-id"])
        self.assertEqual("DeleteMarker", marked["ResourceType"])
        self.assertEqual("GET", marked["Method"])
        self.assertEqual("DELETE", marked["headers"]["allow"])
        self.assertEqual("true", marked["headers"]["x-amz-delete-marker"])
        self.assertEqual("true", head["headers"]["x-amz-delete-marker"])
        self.assertIn("last-modified", marked["headers"])
        self.assertEqual(b"1", self.read("k", VersionId=first))

        undone = s3.delete_object(**self.at("k", VersionId=deleted["VersionId"]))
        self.assertTrue(undone["DeleteMarker"])
        self.assertEqual(b"2", self.read("k"))
        s3.delete_object(**self.at("k", VersionId=second))
        self.assertEqual(b"1", self.read("k"))

    def test_an_unknown_version_is_named(self):
        version = self.put("k", b"1")["VersionId"]
        s3.delete_object(**self.at("k", VersionId=version))
        self.put("k", b"2")

        unknown = self.refused(404, "NoSuchVersion", s3.get_object, **self.at("k", VersionId=version))
        self.assertEqual("k", unknown["Key"])
        self.assertEqual(version, unknown["VersionId"])
        invalid = self.refused(
            400, "InvalidArgument", s3.get_object, **self.at("k", VersionId="no version")
        )
        self.assertEqual("Invalid version id specified", invalid["Message"])
        self.assertEqual("versionId", invalid["ArgumentName"])
        self.assertEqual("no version", invalid["ArgumentValue"])

    def test_a_suspended_bucket_writes_the_null_version(self):
        kept = self.put("k", b"1")["VersionId"]
        self.versioning("Suspended")
        self.put("k", b"2")
        self.put("k", b"3")

        self.assertEqual("Suspended", s3.get_bucket_versioning(Bucket=self.bucket)["Status"])
        self.assertEqual(b"3", self.read("k", VersionId="null"))
        versions = s3.list_object_versions(Bucket=self.bucket)["Versions"]
        self.assertEqual(["null", kept], [v["VersionId"] for v in versions])
        deleted = s3.delete_object(**self.at("k"))
        self.assertEqual((True, "null"), (deleted["DeleteMarker"], deleted["VersionId"]))
        self.refused(405, "MethodNotAllowed", s3.get_object, **self.at("k", VersionId="null"))
        self.assertEqual(b"1", self.read("k", VersionId=kept))

    def test_many_versions_are_deleted_at_once(self):
        first = self.put("k", b"1")["VersionId"]
        self.put("k", b"2")
        self.put("한글 &", b"3")

        answer = s3.delete_objects(
            Bucket=self.bucket,
            Delete={
                "Objects": [
                    {"Key": "k", "VersionId": first},
                    {"Key": "k"},
                    {"Key": "한글 &"},
                    {"Key": "never"},
                    {"Key": "k", "VersionId": "no version"},
                ]
            },
        )

        done = {(d["Key"], d.get("VersionId")): d for d in answer["Deleted"]}
        self.assertNotIn("DeleteMarker", done["k", first])
        self.assertTrue(done["k", None]["DeleteMarker"])
        self.assertTrue(done["한글 &", None]["DeleteMarkerVersionId"])
        self.assertTrue(done["never", None]["DeleteMarker"])
        self.assertEqual("NoSuchVersion", answer["Errors"][0]["Code"])
        self.assertEqual("no version", answer["Errors"][0]["VersionId"])

    def test_a_version_is_copied_back(self):
        first = self.put("k", b"1", Metadata={"n": "1"})["VersionId"]
        self.put("k", b"2")

        copied = s3.copy_object(
            **self.at("k", CopySource={"Bucket": self.bucket, "Key": "k", "VersionId": first})
        )

        self.assertEqual(first, copied["CopySourceVersionId"])
        self.assertNotEqual(first, copied["VersionId"])
        self.assertEqual(b"1", self.read("k"))
        marker = s3.delete_object(**self.at("k"))["VersionId"]
        self.refused(
            404,
            "NoSuchKey",
            s3.copy_object,
            **self.at("c", CopySource={"Bucket": self.bucket, "Key": "k"}),
        )
        self.refused(
            400,
            "InvalidRequest",
            s3.copy_object,
            **self.at("c", CopySource={"Bucket": self.bucket, "Key": "k", "VersionId": marker}),
        )

    def test_a_bucket_with_versions_is_not_empty(self):
        self.put("k", b"1")
        s3.delete_object(**self.at("k"))

        full = self.refused(409, "BucketNotEmpty", s3.delete_bucket, Bucket=self.bucket)

        self.assertEqual(self.bucket, full["BucketName"])
        for version in boto3.resource(
            "s3", endpoint_url=os.environ["S3_ENDPOINT"]
        ).Bucket(self.bucket).object_versions.all():
            version.delete()
        s3.delete_bucket(Bucket=self.bucket)


class LockTests(S3TestCase):
    lock = True

    def until(self, days=1):
        return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)

    def delete(self, key, version, **more):
        return s3.delete_object(**self.at(key, VersionId=version, **more))

    def test_a_bucket_with_locks_has_versions(self):
        self.assertEqual("Enabled", s3.get_bucket_versioning(Bucket=self.bucket)["Status"])
        self.assertEqual(
            {"ObjectLockEnabled": "Enabled"},
            s3.get_object_lock_configuration(Bucket=self.bucket)["ObjectLockConfiguration"],
        )
        fixed = self.refused(409, "InvalidBucketState", self.versioning, "Suspended")
        self.assertEqual(
            "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
            fixed["Message"],
        )

    def test_governance_yields_to_a_bypass(self):
        version = self.put(
            "k", b"x", ObjectLockMode="GOVERNANCE", ObjectLockRetainUntilDate=self.until()
        )["VersionId"]

        denied = self.refused(403, "AccessDenied", self.delete, "k", version)
        self.assertEqual(
            "Access Denied because object protected by object lock.", denied["Message"]
        )
        shortened = {"Mode": "GOVERNANCE", "RetainUntilDate": self.until(0.5)}
        self.refused(
            403,
            "AccessDenied",
            s3.put_object_retention,
            **self.at("k", VersionId=version, Retention=shortened),
        )
        s3.put_object_retention(
            **self.at("k", VersionId=version, Retention=shortened, BypassGovernanceRetention=True)
        )
        self.delete("k", version, BypassGovernanceRetention=True)
        self.assertNotIn("Versions", s3.list_object_versions(Bucket=self.bucket))

    def test_compliance_yields_to_nobody(self):
        until = self.until().replace(microsecond=0)
        version = self.put(
            "k", b"x", ObjectLockMode="COMPLIANCE", ObjectLockRetainUntilDate=until
        )["VersionId"]

        self.refused(
            403, "AccessDenied", self.delete, "k", version, BypassGovernanceRetention=True
        )
        for weaker in [
            {"Mode": "COMPLIANCE", "RetainUntilDate": self.until(0.5)},
            {"Mode": "GOVERNANCE", "RetainUntilDate": self.until(3)},
        ]:
            self.refused(
                403,
                "AccessDenied",
                s3.put_object_retention,
                **self.at("k", Retention=weaker, BypassGovernanceRetention=True),
            )
        s3.put_object_retention(
            **self.at("k", Retention={"Mode": "COMPLIANCE", "RetainUntilDate": self.until(3)})
        )
        head = s3.head_object(**self.at("k"))
        self.assertEqual("COMPLIANCE", head["ObjectLockMode"])
        self.assertGreater(head["ObjectLockRetainUntilDate"], until)
        self.assertTrue(s3.delete_object(**self.at("k"))["DeleteMarker"])
        self.assertEqual(b"x", self.read("k", VersionId=version))

    def test_a_legal_hold_holds(self):
        version = self.put("k", b"x", ObjectLockLegalHoldStatus="ON")["VersionId"]

        self.refused(
            403, "AccessDenied", self.delete, "k", version, BypassGovernanceRetention=True
        )
        self.assertEqual("ON", s3.get_object_legal_hold(**self.at("k"))["LegalHold"]["Status"])
        s3.put_object_legal_hold(**self.at("k", LegalHold={"Status": "OFF"}))
        self.assertEqual("OFF", s3.get_object_legal_hold(**self.at("k"))["LegalHold"]["Status"])
        self.delete("k", version)

    def test_the_bucket_retains_by_default(self):
        rule = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 2}}
        s3.put_object_lock_configuration(
            Bucket=self.bucket,
            ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": rule},
        )

        version = self.put("k", b"x")["VersionId"]
        upload = s3.create_multipart_upload(**self.at("m"))["UploadId"]
        part = s3.upload_part(**self.at("m", UploadId=upload, PartNumber=1, Body=b"y"))
        s3.complete_multipart_upload(
            **self.at(
                "m",
                UploadId=upload,
                MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]},
            )
        )

        for key in ["k", "m"]:
            retention = s3.get_object_retention(**self.at(key))["Retention"]
            self.assertEqual("GOVERNANCE", retention["Mode"])
            self.assertGreater(retention["RetainUntilDate"], self.until(1.9))
        self.refused(403, "AccessDenied", self.delete, "k", version)
        errors = s3.delete_objects(
            Bucket=self.bucket, Delete={"Objects": [{"Key": "k", "VersionId": version}]}
        )["Errors"]
        self.assertEqual("AccessDenied", errors[0]["Code"])
        self.assertEqual(
            "Access Denied because object protected by object lock.", errors[0]["Message"]
        )
        done = s3.delete_objects(
            Bucket=self.bucket,
            Delete={"Objects": [{"Key": "k", "VersionId": version}]},
            BypassGovernanceRetention=True,
        )
        self.assertNotIn("Errors", done)

    def test_wrong_locks_are_refused_in_words_of_s3(self):
        past = self.refused(
            400,
            "InvalidArgument",
            self.put,
            "k",
            b"",
            ObjectLockMode="GOVERNANCE",
            ObjectLockRetainUntilDate=datetime.datetime(2020, 1, 1),
        )
        self.assertEqual("The retain until date must be in the future!", past["Message"])
        alone = self.refused(
            400, "InvalidArgument", self.put, "k", b"", ObjectLockMode="GOVERNANCE"
        )
        self.assertEqual(
            "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
            alone["Message"],
        )
        unknown = self.refused(
            400,
            "InvalidArgument",
            self.put,
            "k",
            b"",
            ObjectLockMode="BAD-VALUE",
            ObjectLockRetainUntilDate=self.until(),
        )
        self.assertEqual("Unknown wormMode directive.", unknown["Message"])
        self.put("k")
        none = self.refused(
            404, "NoSuchObjectLockConfiguration", s3.get_object_retention, **self.at("k")
        )
        self.assertEqual(
            "The specified object does not have a ObjectLock configuration", none["Message"]
        )


class UnlockedTests(S3TestCase):
    def test_a_bucket_without_locks_says_so(self):
        self.put("k")

        self.refused(
            404,
            "ObjectLockConfigurationNotFoundError",
            s3.get_object_lock_configuration,
            Bucket=self.bucket,
        )
        missing = self.refused(400, "InvalidRequest", s3.get_object_retention, **self.at("k"))
        self.assertEqual("Bucket is missing Object Lock Configuration", missing["Message"])
        missing = self.refused(
            400, "InvalidRequest", self.put, "k", b"", ObjectLockLegalHoldStatus="ON"
        )
        self.assertEqual("Bucket is missing Object Lock Configuration", missing["Message"])
        state = self.refused(
            409,
            "InvalidBucketState",
            s3.put_object_lock_configuration,
            Bucket=self.bucket,
            ObjectLockConfiguration={"ObjectLockEnabled": "Enabled"},
        )
        self.assertEqual(
            "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
            state["Message"],
        )
        bypass = self.refused(
            400,
            "InvalidArgument",
            s3.delete_object,
            **self.at("k", BypassGovernanceRetention=True),
        )
        self.assertEqual(
            "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
            bypass["Message"],
        )


class TagTests(S3TestCase):
    def test_tags_come_with_an_object_and_by_themselves(self):
        self.put("k", b"x", Tagging="team=sales&%EB%B6%80%EC%84%9C=%EC%B4%9D%EB%AC%B4")

        self.assertEqual(2, s3.get_object(**self.at("k"))["TagCount"])
        self.assertCountEqual(
            [{"Key": "team", "Value": "sales"}, {"Key": "부서", "Value": "총무"}],
            s3.get_object_tagging(**self.at("k"))["TagSet"],
        )
        s3.put_object_tagging(**self.at("k", Tagging={"TagSet": [{"Key": "a", "Value": ""}]}))
        self.assertEqual(
            [{"Key": "a", "Value": ""}], s3.get_object_tagging(**self.at("k"))["TagSet"]
        )
        s3.copy_object(**self.at("copy", CopySource={"Bucket": self.bucket, "Key": "k"}))
        s3.copy_object(
            **self.at(
                "other",
                CopySource={"Bucket": self.bucket, "Key": "k"},
                TaggingDirective="REPLACE",
                Tagging="b=1",
            )
        )
        self.assertEqual("a", s3.get_object_tagging(**self.at("copy"))["TagSet"][0]["Key"])
        self.assertEqual("b", s3.get_object_tagging(**self.at("other"))["TagSet"][0]["Key"])
        s3.delete_object_tagging(**self.at("k"))
        self.assertEqual([], s3.get_object_tagging(**self.at("k"))["TagSet"])
        self.assertNotIn("TagCount", s3.get_object(**self.at("k")))

    def test_wrong_tags_are_told(self):
        self.put("k")

        def tag(*tags):
            s3.put_object_tagging(
                **self.at("k", Tagging={"TagSet": [{"Key": k, "Value": v} for k, v in tags]})
            )

        twice = self.refused(400, "InvalidTag", tag, ("Key1", "a"), ("Key1", "b"))
        self.assertEqual("Cannot provide multiple Tags with the same key", twice["Message"])
        self.assertEqual("Key1", twice["TagKey"])
        key = self.refused(400, "InvalidTag", tag, ("Key1,Key2", "a"))
        self.assertEqual("The TagKey you have provided is invalid", key["Message"])
        value = self.refused(400, "InvalidTag", tag, ("Key1", "a,b"))
        self.assertEqual("The TagValue you have provided is invalid", value["Message"])
        many = self.refused(400, "BadRequest", tag, *[(f"k{i}", "") for i in range(11)])
        self.assertEqual("Object tags cannot be greater than 10", many["Message"])
        header = self.refused(
            400, "InvalidArgument", self.put, "k", b"", Tagging="key1=val1&key1=val2"
        )
        self.assertEqual("x-amz-tagging", header["ArgumentName"])
        self.assertEqual(
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
            " parameters without tag name duplicates.",
            header["Message"],
        )


class EncryptionTests(S3TestCase):
    key = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": b"0123456789abcdef0123456789abcdef"}
    other = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": b"x" * 32}
    source = {
        "CopySourceSSECustomerAlgorithm": "AES256",
        "CopySourceSSECustomerKey": b"0123456789abcdef0123456789abcdef",
    }

    def test_the_server_encrypts_on_request_and_by_default(self):
        put = self.put("k", b"x", ServerSideEncryption="AES256")
        self.assertEqual("AES256", put["ServerSideEncryption"])
        self.assertEqual("AES256", s3.head_object(**self.at("k"))["ServerSideEncryption"])
        s3.put_bucket_encryption(
            Bucket=self.bucket,
            ServerSideEncryptionConfiguration={
                "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
            },
        )
        self.assertEqual("AES256", self.put("d", b"x")["ServerSideEncryption"])
        self.refused(501, "NotImplemented", self.put, "k", b"x", ServerSideEncryption="aws:kms")

    def test_a_customers_key_opens_what_it_closed(self):
        body = os.urandom(300_000)
        put = self.put("k", body, **self.key)

        self.assertEqual("AES256", put["SSECustomerAlgorithm"])
        self.assertIn("SSECustomerKeyMD5", put)
        self.assertEqual(body, self.read("k", **self.key))
        self.assertEqual(body[7:100_000], self.read("k", Range="bytes=7-99999", **self.key))
        s3.head_object(**self.at("k", **self.key))
        missing = self.refused(400, "InvalidRequest", s3.get_object, **self.at("k"))
        self.assertEqual(
            "The object was stored using a form of Server Side Encryption."
            " The correct parameters must be provided to retrieve the object.",
            missing["Message"],
        )
        self.refused(400, "400", s3.head_object, **self.at("k"))
        wrong = self.refused(403, "AccessDenied", s3.get_object, **self.at("k", **self.other))
        self.assertEqual(
            "Requests specifying Server Side Encryption with Customer provided keys must provide"
            " the correct secret key.",
            wrong["Message"],
        )
        self.refused(403, "403", s3.head_object, **self.at("k", **self.other))

    def test_copies_change_the_key(self):
        self.put("k", b"secret", **self.key)
        source = {"Bucket": self.bucket, "Key": "k"}

        s3.copy_object(**self.at("plain", CopySource=source, **self.source))
        s3.copy_object(**self.at("turned", CopySource=source, **self.source, **self.other))

        self.assertEqual(b"secret", self.read("plain"))
        self.assertEqual(b"secret", self.read("turned", **self.other))
        self.refused(
            400, "InvalidRequest", s3.copy_object, **self.at("no", CopySource=source)
        )

    def test_parts_need_the_key(self):
        upload = s3.create_multipart_upload(**self.at("m", **self.key))["UploadId"]
        parts = [os.urandom(5 * MIB), os.urandom(1000)]
        done = []
        for number, body in enumerate(parts, 1):
            part = s3.upload_part(
                **self.at("m", UploadId=upload, PartNumber=number, Body=body, **self.key)
            )
            done.append({"PartNumber": number, "ETag": part["ETag"]})
        without = self.refused(
            400,
            "InvalidRequest",
            s3.upload_part,
            **self.at("m", UploadId=upload, PartNumber=3, Body=b"x"),
        )
        self.assertEqual(
            "The multipart upload initiate requested encryption. Subsequent part requests must"
            " include the appropriate encryption parameters.",
            without["Message"],
        )
        other = self.refused(
            400,
            "InvalidRequest",
            s3.upload_part,
            **self.at("m", UploadId=upload, PartNumber=3, Body=b"x", **self.other),
        )
        self.assertEqual(
            "The provided encryption parameters did not match the ones used originally.",
            other["Message"],
        )
        s3.complete_multipart_upload(
            **self.at("m", UploadId=upload, MultipartUpload={"Parts": done})
        )
        self.assertEqual(b"".join(parts), self.read("m", **self.key))
        self.refused(400, "InvalidRequest", s3.get_object, **self.at("m"))


class MultipartTests(S3TestCase):
    def begin(self, key, **more):
        return s3.create_multipart_upload(**self.at(key, **more))["UploadId"]

    def part(self, key, upload, number, body):
        answer = s3.upload_part(**self.at(key, UploadId=upload, PartNumber=number, Body=body))
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def complete(self, key, upload, parts, **more):
        return s3.complete_multipart_upload(
            **self.at(key, UploadId=upload, MultipartUpload={"Parts": parts}, **more)
        )

    def test_a_file_goes_up_and_comes_down_in_parts(self):
        body = os.urandom(40 * MIB + 17)
        config = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB)

        s3.upload_fileobj(io.BytesIO(body), self.bucket, "큰 파일", Config=config)
        back = io.BytesIO()
        s3.download_fileobj(self.bucket, "큰 파일", back, Config=config)
        s3.copy({"Bucket": self.bucket, "Key": "큰 파일"}, self.bucket, "copy", Config=config)

        self.assertEqual(body, back.getvalue())
        self.assertEqual(hashlib.md5(body).digest(), hashlib.md5(self.read("copy")).digest())
        self.assertTrue(s3.head_object(**self.at("copy"))["ETag"].endswith('-6"'))

    def test_wrong_parts_are_named(self):
        upload = self.begin("m")
        one = self.part("m", upload, 1, b"tiny")
        two = self.part("m", upload, 2, b"tiny")

        small = self.refused(400, "EntityTooSmall", self.complete, "m", upload, [one, two])
        self.assertEqual(
            ("4", "5242880", "1"),
            (small["ProposedSize"], small["MinSizeAllowed"], small["PartNumber"]),
        )
        wrong = self.refused(
            400, "InvalidPart", self.complete, "m", upload, [{"PartNumber": 7, "ETag": one["ETag"]}]
        )
        self.assertEqual((upload, "7"), (wrong["UploadId"], wrong["PartNumber"]))
        order = self.refused(400, "InvalidPartOrder", self.complete, "m", upload, [two, one])
        self.assertEqual(upload, order["UploadId"])
        number = self.refused(
            400,
            "InvalidArgument",
            s3.upload_part,
            **self.at("m", UploadId=upload, PartNumber=10_001, Body=b""),
        )
        self.assertEqual(
            "Part number must be an integer between 1 and 10000, inclusive", number["Message"]
        )
        self.assertEqual("partNumber", number["ArgumentName"])
        s3.abort_multipart_upload(**self.at("m", UploadId=upload))
        gone = self.refused(404, "NoSuchUpload", s3.list_parts, **self.at("m", UploadId=upload))
        self.assertEqual(upload, gone["UploadId"])

    @modern
    def test_the_promised_size_must_come_true(self):
        upload = self.begin("m")
        one = self.part("m", upload, 1, b"tiny")

        wrong = self.refused(
            400, "InvalidRequest", self.complete, "m", upload, [one], MpuObjectSize=5
        )
        self.assertEqual(
            "The provided 'x-amz-mp-object-size' header value 5 does not match what was computed: 4",
            wrong["Message"],
        )
        self.complete("m", upload, [one], MpuObjectSize=4)

    def test_uploads_and_parts_are_listed_over_pages(self):
        uploads = {key: self.begin(key) for key in ["가", "나/1", "나/2", "다"]}
        for number in range(1, 6):
            self.part("가", uploads["가"], number, b"x" * number)

        listed = [
            (u["Key"], u["UploadId"])
            for page in s3.get_paginator("list_multipart_uploads").paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": 2}
            )
            for u in page["Uploads"]
        ]
        self.assertEqual(list(uploads.items()), listed)
        sizes = [
            p["Size"]
            for page in s3.get_paginator("list_parts").paginate(
                **self.at("가", UploadId=uploads["가"], PaginationConfig={"PageSize": 2})
            )
            for p in page["Parts"]
        ]
        self.assertEqual([1, 2, 3, 4, 5], sizes)
        folded = s3.list_multipart_uploads(Bucket=self.bucket, Delimiter="/")
        self.assertEqual([{"Prefix": "나/"}], folded["CommonPrefixes"])

    def test_one_part_is_read(self):
        upload = self.begin("m")
        parts = [self.part("m", upload, 1, b"a" * 5 * MIB), self.part("m", upload, 2, b"b")]
        self.complete("m", upload, parts)

        second = s3.get_object(**self.at("m", PartNumber=2))

        self.assertEqual(b"b", second["Body"].read())
        self.assertEqual(2, second["PartsCount"])
        beyond = self.refused(
            416, "InvalidPartNumber", s3.get_object, **self.at("m", PartNumber=3)
        )
        self.assertEqual(("2", "3"), (beyond["ActualPartCount"], beyond["PartNumberRequested"]))

    def test_attributes_are_told(self):
        upload = self.begin("m")
        parts = [self.part("m", upload, 1, b"a" * 5 * MIB), self.part("m", upload, 2, b"b")]
        self.complete("m", upload, parts)
        put = self.put("k", b"text")

        every = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"]
        whole = s3.get_object_attributes(**self.at("k", ObjectAttributes=every))
        many = s3.get_object_attributes(**self.at("m", ObjectAttributes=every))

        self.assertEqual(put["ETag"].strip('"'), whole["ETag"])
        self.assertEqual(("STANDARD", 4), (whole["StorageClass"], whole["ObjectSize"]))
        self.assertEqual(2, many["ObjectParts"]["TotalPartsCount"])
        self.assertEqual(5 * MIB + 1, many["ObjectSize"])
        self.refused(
            404,
            "NoSuchKey",
            s3.get_object_attributes,
            **self.at("none", ObjectAttributes=["ETag"]),
        )


class PresignedTests(S3TestCase):
    def link(self, operation, key, **more):
        return s3.generate_presigned_url(operation, Params=self.at(key, **more), ExpiresIn=60)

    def test_links_put_and_get(self):
        up = self.link("put_object", "한글.txt", ContentType="text/plain")
        down = self.link("get_object", "한글.txt", ResponseContentDisposition="attachment")

        self.assertEqual(200, fetch(up, "PUT", b"by link", {"Content-Type": "text/plain"})[0])
        status, headers, body = fetch(down)
        self.assertEqual((200, b"by link"), (status, body))
        self.assertEqual("attachment", headers["Content-Disposition"])

    def test_a_changed_or_old_link_is_refused(self):
        self.put("k", b"x")
        link = self.link("get_object", "k")

        status, _, body = fetch(link.replace("/k?", "/l?"))
        self.assertEqual(403, status)
        self.assertIn(b"<Code>SignatureDoesNotMatch</Code>", body)
        self.assertIn(b"<StringToSign>", body)
        self.assertEqual(403, fetch(link, "PUT", b"y")[0])

    def test_a_form_uploads(self):
        form = s3.generate_presigned_post(
            self.bucket, "form/${filename}", Conditions=[["content-length-range", 1, 100]]
        )
        boundary = uuid.uuid4().hex
        body = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in form["fields"].items()
        )
        body += (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="한글.txt"\r\n\r\n'
            f"by form\r\n--{boundary}--\r\n"
        )
        status, _, answer = fetch(
            form["url"],
            "POST",
            body.encode(),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"},
        )
        self.assertEqual(204, status, answer)
        self.assertEqual(b"by form", self.read("form/한글.txt"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
