'use client';

import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MediaItem } from './media.ts';
import { type MediaWrites, tellOf } from './use-media-writes.ts';

interface AltFieldProps {
  readonly item: MediaItem;
  readonly name: string;
  /** Null for those who may only look. */
  readonly save: MediaWrites['setAlt'] | null;
}

/** What a picture shows, saved when the field is left. */
export function AltField({ item, name, save }: AltFieldProps) {
  const { alt } = item.image;
  const [value, setValue] = useState(alt);
  const [saving, setSaving] = useState(false);
  const text = value.trim();

  async function leave(): Promise<void> {
    if (save === null || text === alt) return;
    setSaving(true);
    await save(item.id, text).catch(tellOf('The text was not saved'));
    setSaving(false);
  }

  if (save === null) {
    return (
      <Text size="sm" c={alt === '' ? 'dimmed' : undefined}>
        {alt === '' ? 'No alternative text' : alt}
      </Text>
    );
  }
  return (
    <Textarea
      label="Alternative text"
      aria-label={`Alternative text of ${name}`}
      placeholder="What the picture shows"
      description={hintOf({ saving, changed: text !== alt, missing: alt === '' })}
      inputWrapperOrder={['label', 'input', 'description']}
      size="sm"
      autosize
      minRows={1}
      maxRows={4}
      maxLength={300}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => void leave()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.blur();
        }
        if (event.key === 'Escape') setValue(alt);
      }}
    />
  );
}

function hintOf(state: { saving: boolean; changed: boolean; missing: boolean }): string {
  if (state.saving) return 'Saving…';
  if (state.changed) return 'Saved when you leave the field.';
  return state.missing
    ? 'Missing: read aloud to those who cannot see it.'
    : 'Read aloud to those who cannot see it.';
}
