import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { FlowLogDestination, IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { RegionConfig } from '../config.ts';

export type NetworkStackProps = StackProps & { network: RegionConfig; natGateways: number };

/**
 * The private network of one region: public subnets for load balancers, private ones that reach out through NAT for the
 * services, isolated ones for data. All traffic is logged for a year.
 */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  private readonly zones: readonly [string, string];

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    this.zones = props.network.availabilityZones;
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(props.network.addressRange),
      natGateways: props.natGateways,
      subnetConfiguration: [
        { name: 'edge', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'services', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    Validations.of(this.vpc).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'zones come from the configuration: looking them up would ask AWS during synthesis',
    });
    const flowLogs = new LogGroup(this, 'FlowLogs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.vpc.addFlowLog('AllTraffic', { destination: FlowLogDestination.toCloudWatchLogs(flowLogs) });
  }

  override get availabilityZones(): string[] {
    return [...this.zones];
  }
}
