import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createApiSettings } from '../api-environment.ts';
import { createStageConfigs } from '../config.ts';
import { ShopStage } from '../stages/shop-stage.ts';
import { createWorkerSettings } from '../worker-environment.ts';

describe.each(createStageConfigs())('the media of $name', (config) => {
  const { media } = new ShopStage(new App(), config);
  const template = Template.fromStack(media);

  it('are in one bucket, where the services look for them', () => {
    template.resourceCountIs('AWS::S3::Bucket', 1);
    template.hasResourceProperties('AWS::S3::Bucket', { BucketName: config.media.bucket });
    for (const { variables } of [createApiSettings(config), createWorkerSettings(config)]) {
      expect(variables).toMatchObject({
        MEDIA_BUCKET: config.media.bucket,
        MEDIA_BUCKET_REGION: media.region,
      });
      expect(variables.MEDIA_BUCKET_ENDPOINT).toBe('');
    }
  });

  it('are open to nobody, encrypted, and outlive the stack', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: Match.anyValue(),
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('are put there by pages of the console alone', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ['PUT'],
            AllowedOrigins: [`https://${config.domains.console}`],
            AllowedHeaders: ['content-type'],
            MaxAge: 3600,
          },
        ],
      },
    });
  });

  it('let the services do what the storage does, and no more', () => {
    const policies = template.findResources('AWS::IAM::ManagedPolicy');
    const [policy] = Object.values(policies) as {
      Properties: { PolicyDocument: { Statement: { Action: unknown }[] } };
    }[];
    expect(policy?.Properties.PolicyDocument.Statement.map(({ Action }) => Action)).toEqual([
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      's3:ListBucket',
    ]);
  });
});
