import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createStageConfigs } from '../config.ts';
import { ShopStage } from './shop-stage.ts';

const stages = createStageConfigs().map((config) => ({ config, stage: new ShopStage(new App(), config) }));

describe.each(stages)('the $config.name stage', ({ config, stage }) => {
  it('has one network in every region', () => {
    expect(stage.networks.map((network) => network.region)).toEqual(['us-east-1', 'eu-west-1']);
  });

  it('spans the configured zones with public, private and isolated subnets', () => {
    for (const [index, network] of stage.networks.entries()) {
      const template = Template.fromStack(network);
      template.resourceCountIs('AWS::EC2::Subnet', 6);
      template.resourceCountIs('AWS::EC2::NatGateway', config.natGateways);
      for (const zone of config.regions[index]?.availabilityZones ?? []) {
        template.hasResourceProperties('AWS::EC2::Subnet', { AvailabilityZone: zone });
      }
      expect(network.vpc.isolatedSubnets).toHaveLength(2);
    }
  });

  it('logs all traffic and tags what it owns', () => {
    for (const network of stage.networks) {
      const template = Template.fromStack(network);
      template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL' });
      template.hasResourceProperties('AWS::EC2::VPC', {
        Tags: Match.arrayWith([{ Key: 'stage', Value: config.name }]),
      });
    }
  });
});

it('gives every network its own address range', () => {
  const ranges = stages.flatMap(({ config }) => config.regions.map((region) => region.addressRange));
  expect(new Set(ranges).size).toBe(ranges.length);
});

it('protects production from deletion', () => {
  const protections = stages.map(({ config, stage }) => [
    config.name,
    stage.networks.every((network) => network.terminationProtection),
  ]);
  expect(protections).toEqual([
    ['staging', false],
    ['production', true],
  ]);
});
