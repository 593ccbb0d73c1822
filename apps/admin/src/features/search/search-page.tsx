'use client';

import { Card, Tabs } from '@mantine/core';
import { ChartNoAxesColumn, Replace } from 'lucide-react';
import { PageHeader } from '../../components/page-header.tsx';
import { oneOf, useAddress } from '../../lib/use-address.ts';
import { ReportsTab } from './reports-tab.tsx';
import { SynonymsTab } from './synonyms-tab.tsx';

const tabs = ['synonyms', 'reports'] as const;

export function SearchPage() {
  const { params, show } = useAddress();
  const tab = oneOf(tabs, params.get('tab')) ?? 'synonyms';
  return (
    <>
      <PageHeader title="Search" description="What shoppers look for, and the words they use for it." />
      <Card padding={0}>
        <Tabs
          value={tab}
          onChange={(value) => show(new URLSearchParams(value === 'reports' ? 'tab=reports' : ''), 'push')}
          keepMounted={false}
        >
          <Tabs.List px="md">
            <Tabs.Tab value="synonyms" leftSection={<Replace size={15} aria-hidden />}>
              Synonyms
            </Tabs.Tab>
            <Tabs.Tab value="reports" leftSection={<ChartNoAxesColumn size={15} aria-hidden />}>
              Reports
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="synonyms">
            <SynonymsTab />
          </Tabs.Panel>
          <Tabs.Panel value="reports">
            <ReportsTab />
          </Tabs.Panel>
        </Tabs>
      </Card>
    </>
  );
}
