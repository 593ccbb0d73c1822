import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  info: { icon: Info, style: 'bg-sunken text-ink' },
  good: { icon: CircleCheck, style: 'bg-good-soft text-good' },
  warn: { icon: TriangleAlert, style: 'bg-warn-soft text-warn' },
  bad: { icon: CircleAlert, style: 'bg-bad-soft text-bad' },
} as const;

export interface NoticeProps {
  tone?: keyof typeof looks;
  title?: string;
  /** `alert` interrupts a screen reader, `status` waits for a pause; leave out what was there from the start. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  const { icon: Icon, style } = looks[tone];
  return (
    <div role={role} className={`flex gap-3 rounded-md px-4 py-3 text-sm ${style}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
