import { Badge } from '@mantine/core';
import { type Level, noteOf } from './stock.ts';

export function LevelNote({ level }: { level: Level }) {
  const note = noteOf(level);
  if (note === null) return null;
  return (
    <Badge size="sm" color={note.color}>
      {note.label}
    </Badge>
  );
}
