'use client';

import { Anchor, Progress, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useDisclosure } from '@mantine/hooks';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { Section } from '../../components/section.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { ColumnsDrawer } from './columns-drawer.tsx';
import classes from './import-form.module.css';
import { kindNames, kinds, mayImport, type TransferKind } from './transfer.ts';
import { useStartImport } from './use-start-import.ts';

const mostBytes = 64 * 1024 * 1024;

/** A file is dropped, uploaded and looked at; only then, or when asked for, is anything written. */
export function ImportForm() {
  const { permissions } = useStaff();
  const allowed = kindNames.filter((kind) => mayImport(permissions, kind));
  const [first] = allowed;
  return (
    <Section title="Import">
      {first === undefined ? (
        <Text size="sm" c="dimmed">
          Your role exports but does not import.
        </Text>
      ) : (
        <ImportFields allowed={allowed} first={first} />
      )}
    </Section>
  );
}

function ImportFields({ allowed, first }: { allowed: readonly TransferKind[]; first: TransferKind }) {
  const [kind, setKind] = useState(first);
  const [dryRun, setDryRun] = useState(true);
  const [showsColumns, columns] = useDisclosure(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { start, pending, share, problem } = useStartImport();
  const sentence = refused ?? problem;

  function take(file: File | undefined): void {
    const reason = file === undefined ? 'Choose one CSV file.' : reasonAgainst(file);
    setRefused(reason);
    if (file !== undefined && reason === null) start({ kind, dryRun, source: { file } });
  }

  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="What the file is about"
        fullWidth
        value={kind}
        onChange={setKind}
        disabled={pending}
        data={allowed.map((value) => ({ value, label: kinds[value].label }))}
      />
      <Text size="sm" c="dimmed">
        {kinds[kind].hint}{' '}
        <Anchor href={`/api/transfers/template?kind=${kind}`} size="sm" underline="always" download>
          Download a template
        </Anchor>{' '}
        or{' '}
        <Anchor component="button" type="button" size="sm" underline="always" onClick={columns.open}>
          see what every column means
        </Anchor>
        .
      </Text>
      <ColumnsDrawer kind={kind} opened={showsColumns} onClose={columns.close} />
      <Dropzone
        className={classes.zone}
        multiple={false}
        disabled={pending}
        onDrop={() => undefined}
        onDropAny={(files, rejections) => take(files[0] ?? rejections[0]?.file)}
        aria-label="Add a CSV file"
        inputProps={{ 'aria-label': 'CSV file', accept: '.csv,text/csv' }}
      >
        <Stack align="center" gap={6} className={classes.inner}>
          <FileUp size={28} strokeWidth={1.6} aria-hidden className={classes.icon} />
          <Text fw={500} ta="center">
            Drop a CSV file here, or <span className={classes.choose}>choose one</span>
          </Text>
          <Text size="xs" c="dimmed" ta="center">
            UTF-8, at most 64 MB
          </Text>
        </Stack>
      </Dropzone>
      {share !== null && (
        <Progress value={share * 100} animated aria-label="Upload" transitionDuration={200} />
      )}
      <Switch
        checked={dryRun}
        onChange={(event) => setDryRun(event.currentTarget.checked)}
        disabled={pending}
        label="Look first"
        description={
          dryRun
            ? 'Shows everything that is wrong and what would change. Nothing is written.'
            : 'Writes at once. Products with a problem are left as they are.'
        }
      />
      <Problem sentence={sentence} />
    </Stack>
  );
}

function reasonAgainst(file: File): string | null {
  if (file.size === 0) return 'That file is empty.';
  if (file.size > mostBytes) return 'That file has more than 64 MB. Split it, or use the command line.';
  return /\.(?:csv|txt)$/iu.test(file.name) ? null : 'That is not a CSV file.';
}
