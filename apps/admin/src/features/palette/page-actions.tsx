'use client';

import { Spotlight } from '@mantine/spotlight';
import type { PaletteAction } from './use-palette-actions.tsx';

export function PageActions({ actions }: { actions: readonly PaletteAction[] }) {
  return (['Pages', 'Actions'] as const).map((group) => {
    const members = actions.filter((action) => action.group === group);
    if (members.length === 0) return null;
    return (
      <Spotlight.ActionsGroup key={group} label={group}>
        {members.map(({ label, icon: Icon, run }) => (
          <Spotlight.Action
            key={label}
            label={label}
            leftSection={<Icon size={18} aria-hidden />}
            onClick={run}
          />
        ))}
      </Spotlight.ActionsGroup>
    );
  });
}
