'use client';

import { Button, Group, Input, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { ImageOff, ImagePlus, ImageUp, Trash2 } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { pictureRules, pictureTypes } from '../lib/picture.ts';
import classes from './image-upload-field.module.css';
import { useMissingPicture } from './use-missing-picture.ts';
import { usePictureField } from './use-picture-field.ts';

interface ImageUploadFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  /** The key of a stored picture; null: none. */
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  readonly disabled?: boolean;
}

/** One picture of a form: dropped or chosen, stored at once, kept when the form is saved. */
export function ImageUploadField(props: ImageUploadFieldProps) {
  const { label, description, error, value, onChange, disabled = false } = props;
  const id = useId();
  const openPicker = useRef<() => void>(null);
  const { share, problem, take } = usePictureField(onChange);
  const busy = share !== null;
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={problem ?? error}
      labelElement="div"
      labelProps={{ id }}
    >
      <Dropzone
        openRef={openPicker}
        onDrop={() => undefined}
        onDropAny={(files, rejections) => take(files[0] ?? rejections[0]?.file)}
        accept={pictureTypes}
        multiple={false}
        disabled={disabled || busy}
        activateOnClick={value === null}
        activateOnKeyboard={false}
        enablePointerEvents
        className={classes.zone}
        data-filled={value !== null || undefined}
        role="group"
        aria-labelledby={id}
        mt={6}
        mb={problem === null && error === undefined ? 0 : 6}
        inputProps={{ 'aria-label': label }}
      >
        {value === null ? <Invitation busy={busy} /> : <Filled image={`/media/${value}`} />}
        {busy && (
          <Progress value={share * 100} animated={share === 1} mt="sm" aria-label={`Upload of ${label}`} />
        )}
      </Dropzone>
      {value !== null && (
        <Group gap="xs" mt="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<ImageUp size={15} aria-hidden />}
            disabled={disabled || busy}
            onClick={() => openPicker.current?.()}
          >
            Replace
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Trash2 size={15} aria-hidden />}
            disabled={disabled || busy}
            onClick={() => onChange(null)}
          >
            Remove
          </Button>
        </Group>
      )}
    </Input.Wrapper>
  );
}

function Filled({ image }: { image: string }) {
  const { missing, watch } = useMissingPicture(image);
  if (missing) return <MissingFile />;
  return (
    <picture>
      <source type="image/avif" srcSet={`${image}/640.avif`} />
      <img src={`${image}/640.webp`} alt="" className={classes.picture} decoding="async" {...watch} />
    </picture>
  );
}

function MissingFile() {
  return (
    <Stack gap={4} align="center" justify="center" mih={96}>
      <ImageOff size={24} strokeWidth={1.6} aria-hidden className={classes.icon} />
      <Text size="sm" c="dimmed">
        The file of this picture is missing.
      </Text>
    </Stack>
  );
}

function Invitation({ busy }: { busy: boolean }) {
  return (
    <Stack gap={4} align="center" justify="center" mih={96}>
      <ImagePlus size={24} strokeWidth={1.6} aria-hidden className={classes.icon} />
      <Text size="sm" fw={500} ta="center">
        {busy ? (
          'One moment…'
        ) : (
          <>
            Drop a picture here, or <UnstyledButton className={classes.choose}>choose a file</UnstyledButton>
          </>
        )}
      </Text>
      <Text size="xs" c="dimmed" ta="center">
        {pictureRules}
      </Text>
    </Stack>
  );
}
