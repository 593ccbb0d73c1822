'use client';

import { Button, Group, Menu, NumberInput, Popover, Text } from '@mantine/core';
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, ChevronDown, ListOrdered } from 'lucide-react';
import { type FormEvent, useState } from 'react';

interface SelectionToolsProps {
  readonly count: number;
  /** How many there are to stand among. */
  readonly among: number;
  readonly onActive: (active: 'yes' | 'no') => void;
  readonly onPicture: () => void;
  readonly onStep: (step: 1 | -1) => void;
  /** Counted from zero. */
  readonly onPlace: (place: number) => void;
  readonly onRemove: () => void;
}

/** What is done with the variants that are ticked. */
export function SelectionTools(props: SelectionToolsProps) {
  const { count, onActive, onPicture, onRemove } = props;
  return (
    <Group gap="xs" role="group" aria-label="Selected variants">
      <Text size="sm" c="dimmed">
        {count} selected
      </Text>
      <MoveTool {...props} />
      <Button variant="default" onClick={onPicture}>
        Picture
      </Button>
      <Button variant="default" onClick={() => onActive('yes')}>
        Put on sale
      </Button>
      <Button variant="default" onClick={() => onActive('no')}>
        Withdraw
      </Button>
      <Button variant="default" c="var(--mantine-color-error)" onClick={onRemove}>
        Remove
      </Button>
    </Group>
  );
}

function MoveTool({ among, onStep, onPlace }: SelectionToolsProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Popover opened={asking} onChange={setAsking} position="bottom-start" trapFocus withinPortal shadow="md">
      <Popover.Target>
        <div>
          <Menu position="bottom-start" width={200}>
            <Menu.Target>
              <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
                Move
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<ArrowUpToLine size={15} />} onClick={() => onPlace(0)}>
                To the top
              </Menu.Item>
              <Menu.Item
                leftSection={<ArrowUp size={15} />}
                onClick={() => onStep(-1)}
                closeMenuOnClick={false}
              >
                Up
              </Menu.Item>
              <Menu.Item
                leftSection={<ArrowDown size={15} />}
                onClick={() => onStep(1)}
                closeMenuOnClick={false}
              >
                Down
              </Menu.Item>
              <Menu.Item leftSection={<ArrowDownToLine size={15} />} onClick={() => onPlace(among)}>
                To the end
              </Menu.Item>
              <Menu.Item leftSection={<ListOrdered size={15} />} onClick={() => setAsking(true)}>
                To place…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        <PlaceForm
          among={among}
          onPlace={(place) => {
            setAsking(false);
            onPlace(place);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function PlaceForm({ among, onPlace }: Pick<SelectionToolsProps, 'among' | 'onPlace'>) {
  const [place, setPlace] = useState<string | number>('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typeof place === 'number') onPlace(place - 1);
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <NumberInput
          label={`Place, 1 to ${among}`}
          w={140}
          min={1}
          max={among}
          allowDecimal={false}
          allowNegative={false}
          data-autofocus
          value={place}
          onChange={setPlace}
        />
        <Button type="submit" disabled={typeof place !== 'number'}>
          Move there
        </Button>
      </Group>
    </form>
  );
}
