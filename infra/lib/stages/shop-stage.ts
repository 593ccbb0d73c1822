import { Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { NetworkStack } from '../stacks/network-stack.ts';

/** One complete shop: the same stacks in every region of its configuration. */
export class ShopStage extends Stage {
  readonly networks: readonly NetworkStack[];

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
  }
}
