export const regions = ['us-east-1', 'eu-west-1'] as const;
export type Region = (typeof regions)[number];

export type StageName = 'staging' | 'production';

/** What one region of a stage needs to know. Address ranges never overlap, so that regions can be joined later. */
export type RegionConfig = {
  region: Region;
  addressRange: string;
  availabilityZones: readonly [string, string];
};

/** Everything that differs between two stages; constructs take it as properties and read no environment. */
export type StageConfig = {
  name: StageName;
  account: string | undefined;
  domains: { storefront: string; console: string; api: string };
  natGateways: number;
  /** The one bucket of the stage, where its first region is. */
  media: { bucket: string; region: Region };
  regions: readonly RegionConfig[];
};

function domainsUnder(zone: string): StageConfig['domains'] {
  return { storefront: `shop.${zone}`, console: `console.${zone}`, api: `api.${zone}` };
}

/** The two stages, for the account they are deployed to; without an account they synthesise all the same. */
export function createStageConfigs(account?: string): readonly StageConfig[] {
  return [
    {
      name: 'staging',
      account,
      domains: domainsUnder('staging.turing.example'),
      natGateways: 1,
      media: { bucket: 'media-staging-turing-example', region: 'us-east-1' },
      regions: [
        {
          region: 'us-east-1',
          addressRange: '10.20.0.0/16',
          availabilityZones: ['us-east-1a', 'us-east-1b'],
        },
        {
          region: 'eu-west-1',
          addressRange: '10.21.0.0/16',
          availabilityZones: ['eu-west-1a', 'eu-west-1b'],
        },
      ],
    },
    {
      name: 'production',
      account,
      domains: domainsUnder('turing.example'),
      natGateways: 2,
      media: { bucket: 'media-turing-example', region: 'us-east-1' },
      regions: [
        {
          region: 'us-east-1',
          addressRange: '10.10.0.0/16',
          availabilityZones: ['us-east-1a', 'us-east-1b'],
        },
        {
          region: 'eu-west-1',
          addressRange: '10.11.0.0/16',
          availabilityZones: ['eu-west-1a', 'eu-west-1b'],
        },
      ],
    },
  ];
}
