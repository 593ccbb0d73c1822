'use client';

import { Badge, Collapse, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { RouterOutputs } from '@turing/client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { changesOf } from './audit-changes.ts';
import classes from './audit-entry.module.css';
import { CopyText } from './copy-text.tsx';
import { Moment } from './moment.tsx';

type Entry = RouterOutputs['customers']['staff']['audit']['list']['items'][number];

/** Who did what to which thing; opened, what was there before and after. */
export function AuditEntry({ entry }: { readonly entry: Entry }) {
  const [opened, { toggle }] = useDisclosure(false);
  const Chevron = opened ? ChevronDown : ChevronRight;
  return (
    <div className={classes.entry}>
      <UnstyledButton className={classes.head} onClick={toggle} aria-expanded={opened}>
        <Chevron size={16} aria-hidden />
        <div className={classes.what}>
          <Group gap="xs">
            <Text size="sm" fw={500}>
              {entry.action}
            </Text>
            {entry.token !== null && <Badge color="violet">Token {entry.token.name}</Badge>}
          </Group>
          <Text size="xs" c="dimmed" truncate>
            {entry.staff?.name ?? 'Somebody who is gone'} · {entry.entityType} {entry.entityId}
          </Text>
        </div>
        <div className={classes.when}>
          <Moment at={entry.createdAt} />
        </div>
      </UnstyledButton>
      <Collapse expanded={opened}>{opened && <Details entry={entry} />}</Collapse>
    </div>
  );
}

function Details({ entry }: { readonly entry: Entry }) {
  const changes = changesOf(entry.before, entry.after);
  return (
    <div className={classes.details}>
      {changes.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={6} aria-label="What changed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="22%">What</Table.Th>
                <Table.Th w="39%">Before</Table.Th>
                <Table.Th w="39%">After</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map(({ name, before, after }) => (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>{before === null ? '–' : <div className={classes.value}>{before}</div>}</Table.Td>
                  <Table.Td>{after === null ? '–' : <div className={classes.value}>{after}</div>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group gap="lg" mt="xs">
        <Fact label="Thing" text={entry.entityId} />
        <Fact label="Request" text={entry.requestId} />
        {entry.address !== '' && <Fact label="Address" text={entry.address} />}
        {entry.staff !== null && <Fact label="Person" text={entry.staff.email} />}
      </Group>
    </div>
  );
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <CopyText label={label.toLowerCase()} text={text} />
    </div>
  );
}
