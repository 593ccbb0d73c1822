'use client';

import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { pictureRules, pictureTypes } from '../../lib/picture.ts';
import classes from './picture-drop.module.css';

interface PictureDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** Where pictures are dropped or chosen. Files that will not do are handed over too: each is told why. */
export function PictureDrop({ onFiles, children }: PictureDropProps) {
  return (
    <Dropzone
      onDrop={() => undefined}
      onDropAny={(files, rejections) => onFiles([...files, ...rejections.map(({ file }) => file)])}
      accept={pictureTypes}
      className={classes.zone}
      role="group"
      aria-label="Add pictures"
      activateOnKeyboard={false}
      enablePointerEvents
      inputProps={{ 'aria-label': 'Pictures' }}
    >
      <Stack align="center" gap="xs" className={classes.inner}>
        <Group gap="sm" wrap="nowrap">
          <ImagePlus size={26} strokeWidth={1.6} aria-hidden className={classes.icon} />
          <Text fw={500} span>
            Drop pictures here, or <UnstyledButton className={classes.choose}>choose files</UnstyledButton>
          </Text>
        </Group>
        {children}
        <Text size="xs" c="dimmed" ta="center">
          {pictureRules}. Several at once.
        </Text>
      </Stack>
    </Dropzone>
  );
}
