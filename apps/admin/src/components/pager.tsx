import { Button, Group, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';

interface PagerProps {
  /** The cursors that led here, oldest first: as many as pages before this one. */
  readonly cursors: readonly string[];
  readonly nextCursor: string | null;
  readonly busy: boolean;
  readonly onTurn: (cursors: readonly string[]) => void;
}

/** Back and forth through a list that is paged by keyset. */
export function Pager({ cursors, nextCursor, busy, onTurn }: PagerProps) {
  if (cursors.length === 0 && nextCursor === null) return null;
  return (
    <Group component="nav" aria-label="Pages" justify="space-between" px="md" py="sm">
      <Text size="sm" c="dimmed">
        Page {cursors.length + 1}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<ChevronLeft size={14} />}
          disabled={cursors.length === 0 || busy}
          onClick={() => onTurn(cursors.slice(0, -1))}
        >
          Previous
        </Button>
        <Button
          variant="default"
          size="xs"
          rightSection={<ChevronRight size={14} />}
          disabled={nextCursor === null || busy}
          onClick={() => nextCursor !== null && onTurn([...cursors, nextCursor])}
        >
          Next
        </Button>
      </Group>
    </Group>
  );
}
