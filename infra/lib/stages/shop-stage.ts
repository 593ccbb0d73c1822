import { Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { MediaStack } from '../stacks/media-stack.ts';
import { NetworkStack } from '../stacks/network-stack.ts';

/** One complete shop: the same stacks in every region of its configuration, and one bucket for its files. */
export class ShopStage extends Stage {
  readonly networks: readonly NetworkStack[];
  readonly media: MediaStack;

  constructor(scope: Construct, config: StageConfig) {
    super(scope, config.name);
    Tags.of(this).add('stage', config.name);
    this.networks = config.regions.map(
      (network) =>
        new NetworkStack(this, `network-${network.region}`, {
          env: { account: config.account, region: network.region },
          network,
          natGateways: config.natGateways,
          terminationProtection: config.name === 'production',
        }),
    );
    this.media = new MediaStack(this, 'media', {
      env: { account: config.account, region: config.media.region },
      bucketName: config.media.bucket,
      consoleOrigin: `https://${config.domains.console}`,
      terminationProtection: config.name === 'production',
    });
  }
}
