import { Button, Group } from '@mantine/core';
import { ModalActions } from './modal-actions.tsx';

interface DeleteAndSaveProps {
  /** Left out of a form for something new. */
  readonly onDelete: (() => void) | null;
  readonly deleting: boolean;
  readonly saving: boolean;
  readonly isReady?: boolean;
  readonly onCancel: () => void;
}

/** How a form of one of the shop's settings ends. */
export function DeleteAndSave({ onDelete, deleting, saving, isReady = true, onCancel }: DeleteAndSaveProps) {
  return (
    <Group justify="space-between">
      {onDelete === null ? (
        <span />
      ) : (
        <Button variant="subtle" color="red" loading={deleting} onClick={onDelete}>
          Delete
        </Button>
      )}
      <ModalActions>
        <Button variant="default" onClick={onCancel}>
          Not now
        </Button>
        <Button type="submit" disabled={!isReady} loading={saving}>
          Save
        </Button>
      </ModalActions>
    </Group>
  );
}
