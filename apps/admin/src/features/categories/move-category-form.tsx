'use client';

import { Button, Select, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { type Category, type Destination, pathNameOf, subtreeOf } from './category.ts';

const modalId = 'move-category';
const top = 'top';

interface MoveCategory {
  readonly category: Category;
  readonly categories: readonly Category[];
  readonly onMove: (to: Destination) => void;
}

/** Asks below which category another is to stand: for those who do not drag. */
export function openMoveCategory(move: MoveCategory): void {
  modals.open({
    modalId,
    title: `Move ${move.category.name}`,
    children: <MoveCategoryForm {...move} />,
  });
}

function MoveCategoryForm({ category, categories, onMove }: MoveCategory) {
  const [parent, setParent] = useState(category.parentId ?? top);
  const own = subtreeOf(categories, category.id);
  const places = categories
    .filter(({ id }) => !own.has(id))
    .map(({ id }) => ({ value: id, label: pathNameOf(categories, id) }));

  function move(): void {
    const parentId = parent === top ? null : parent;
    const position = categories.filter(
      (each) => each.parentId === parentId && each.id !== category.id,
    ).length;
    modals.close(modalId);
    onMove({ parentId, position });
  }

  return (
    <Stack>
      <Select
        label="Place it below"
        searchable
        allowDeselect={false}
        data={[{ value: top, label: 'The top level' }, ...places]}
        value={parent}
        onChange={(value) => setParent(value ?? top)}
        limit={200}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        It becomes the last one there and takes what is below it along. Its address stays.
      </Text>
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Cancel
        </Button>
        <Button onClick={move} disabled={parent === (category.parentId ?? top)}>
          Move
        </Button>
      </ModalActions>
    </Stack>
  );
}
