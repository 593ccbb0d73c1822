import { type ReactNode, Suspense } from 'react';
import { AppFrame } from '../../components/app-frame.tsx';
import { Palette } from '../../features/palette/palette.tsx';
import { PaletteTrigger } from '../../features/palette/palette-trigger.tsx';
import { SessionGate } from '../../features/session/session-gate.tsx';
import { UserMenu } from '../../features/session/user-menu.tsx';

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <SessionGate>
        <AppFrame finder={<PaletteTrigger />} userMenu={<UserMenu />}>
          {children}
        </AppFrame>
        <Palette />
      </SessionGate>
    </Suspense>
  );
}
