'use client';

import { ActionIcon, Button, Card, Group, Progress, Stack, Text, Tooltip } from '@mantine/core';
import { RotateCw, TriangleAlert, X } from 'lucide-react';
import { formatBytes } from '../../lib/format-bytes.ts';
import type { UploadTask } from './upload-tasks.ts';
import type { UploadQueue } from './use-upload-queue.ts';

/** Files on their way, and those that did not make it. */
export function UploadList({ queue }: { queue: UploadQueue }) {
  if (queue.tasks.length === 0) return null;
  return (
    <Card padding="md" component="section" aria-label="Uploads">
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {queue.tasks.map((task) => (
          <UploadRow key={task.id} task={task} queue={queue} />
        ))}
      </Stack>
    </Card>
  );
}

function UploadRow({ task, queue }: { task: UploadTask; queue: UploadQueue }) {
  const failed = task.status === 'failed';
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" truncate miw={0}>
          {task.name}
        </Text>
        <Group gap={6} wrap="nowrap" style={{ flex: 'none' }}>
          {failed && !task.final && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<RotateCw size={14} aria-hidden />}
              onClick={() => queue.retry(task.id)}
            >
              Try again
            </Button>
          )}
          <Tooltip label={failed ? 'Take off the list' : 'Cancel'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${failed ? 'Take off the list:' : 'Cancel'} ${task.name}`}
              disabled={task.status === 'reading'}
              onClick={() => queue.drop(task.id)}
            >
              <X size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {failed ? (
        <Group gap={6} wrap="nowrap" role="alert" c="var(--mantine-color-error)">
          <TriangleAlert size={15} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm">{task.problem}</Text>
        </Group>
      ) : (
        <Group gap="sm" wrap="nowrap">
          <Progress
            value={task.share * 100}
            animated={task.status === 'reading'}
            style={{ flex: 1 }}
            aria-label={`Upload of ${task.name}`}
          />
          <Text size="xs" c="dimmed" w={112} ta="right" className="tabular">
            {stateOf(task)}
          </Text>
        </Group>
      )}
    </li>
  );
}

function stateOf({ status, share, bytes }: UploadTask): string {
  if (status === 'waiting') return 'Waiting';
  if (status === 'reading') return 'Preparing…';
  if (share === 1) return 'Uploaded';
  return `${Math.round(share * 100)} % of ${formatBytes(bytes)}`;
}
