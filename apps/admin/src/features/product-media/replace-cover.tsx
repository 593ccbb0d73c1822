import { Loader, Progress, Text } from '@mantine/core';
import classes from './replace-cover.module.css';
import type { ReplaceState } from './use-replace.ts';

/** Lies over a picture while another file takes its place. */
export function ReplaceCover({ state }: { state: ReplaceState }) {
  if (state === null) return null;
  return (
    <div className={classes.cover} role="status">
      <Loader size="sm" />
      <Text size="sm" fw={500}>
        {state.share < 1 ? 'Uploading…' : 'Preparing…'}
      </Text>
      <Progress value={state.share * 100} w="60%" aria-label="Upload of the new file" />
    </div>
  );
}
