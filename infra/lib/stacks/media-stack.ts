import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export type MediaStackProps = StackProps & {
  bucketName: string;
  /** Where pages that put files are served from. */
  consoleOrigin: string;
};

/**
 * The bucket of a stage: uploads, the sources of pictures and their renditions, and imported files. Nobody reads it but the
 * services; browsers put files at addresses that the API signed. What is replaced or removed can be brought back for a
 * month. Outlives its stack.
 */
export class MediaStack extends Stack {
  readonly bucket: Bucket;
  /** What the API and the workers may do with it, for their roles. */
  readonly access: ManagedPolicy;

  constructor(scope: Construct, id: string, { bucketName, consoleOrigin, ...props }: MediaStackProps) {
    super(scope, id, props);
    this.bucket = new Bucket(this, 'Media', {
      bucketName,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [consoleOrigin],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        // The worker removes what is left of uploads after a day; this is the net below it.
        { prefix: 'uploads/', expiration: Duration.days(7) },
        {
          prefix: 'sources/',
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) },
          ],
        },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: 'only the services read and write; their requests are in the log of the API',
    });
    this.access = new ManagedPolicy(this, 'Access', {
      description: 'Reads, writes and removes files of the shop',
      statements: [
        new PolicyStatement({
          actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
          resources: [this.bucket.arnForObjects('*')],
        }),
        // Without it a file that is not there is told as one that may not be read.
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
      ],
    });
    Validations.of(this.access).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${this.getLogicalId(this.bucket.node.defaultChild as CfnBucket)}.Arn>/*]`,
      reason: 'every file of this one bucket, by key',
    });
  }
}
