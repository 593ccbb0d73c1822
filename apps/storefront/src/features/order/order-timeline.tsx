import { Check } from 'lucide-react';
import { formatMoment } from '@/lib/format.ts';
import { listSteps, type OrderStep } from './order-steps.ts';
import type { Order } from './queries.ts';

const dots = {
  done: 'bg-accent text-on-accent border-accent',
  current: 'bg-accent-soft text-accent border-accent',
  ahead: 'bg-paper text-transparent border-line',
} as const;

export function OrderTimeline({ order }: { order: Order }) {
  const steps = listSteps(order);
  if (steps.length === 0) return null;
  return (
    <ol aria-label="Progress" className="grid gap-5 sm:grid-cols-4 sm:gap-0">
      {steps.map((step, index) => (
        <Step key={step.name} step={step} last={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Step({ step, last }: { step: OrderStep; last: boolean }) {
  const line = step.state === 'done' ? 'bg-accent' : 'bg-line';
  return (
    <li
      aria-current={step.state === 'current' ? 'step' : undefined}
      className="relative flex gap-4 sm:flex-col sm:gap-3"
    >
      {!last && (
        <span
          aria-hidden="true"
          className={`absolute top-7 left-3.5 h-full w-0.5 -translate-x-1/2 sm:top-3.5 sm:left-7 sm:h-0.5 sm:w-full sm:translate-x-0 sm:-translate-y-1/2 ${line}`}
        />
      )}
      <span
        className={`relative grid size-7 shrink-0 place-items-center rounded-full border-2 ${dots[step.state]}`}
      >
        <Check aria-hidden="true" className="size-4" strokeWidth={2.5} />
      </span>
      <span className="sm:pr-4">
        <span className={`block text-sm ${step.state === 'ahead' ? 'text-muted' : 'font-medium'}`}>
          {step.name}
        </span>
        {step.at !== null && (
          <time dateTime={step.at} className="text-muted block text-xs">
            {formatMoment(step.at)}
          </time>
        )}
      </span>
    </li>
  );
}
