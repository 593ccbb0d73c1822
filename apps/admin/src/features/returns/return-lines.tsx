import { Badge, Group, Text } from '@mantine/core';
import { returnReasonLabels } from '../../components/return-status.tsx';
import { Section } from '../../components/section.tsx';
import type { ReturnLine, StaffReturn } from './return.ts';
import classes from './returns.module.css';

/** What comes back and why, and what became of it. */
export function ReturnLines({ back }: { back: StaffReturn }) {
  const arrived = ['received', 'inspected', 'closed'].includes(back.status);
  return (
    <Section title="Items" flush>
      <ul className={classes.lines}>
        {back.lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <div className={classes.what}>
              <Text size="sm" fw={500}>
                {line.productName}
              </Text>
              <Text size="xs" c="dimmed">
                {line.variantName} · {line.sku}
              </Text>
              <Text size="sm" mt={6}>
                {returnReasonLabels[line.reason]}
              </Text>
              {line.comment !== null && (
                <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  “{line.comment}”
                </Text>
              )}
            </div>
            <Group gap={6}>
              {arrived && <Outcome line={line} />}
              <Text size="sm" fw={500} className="tabular">
                × {line.quantity}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Outcome({ line }: { line: ReturnLine }) {
  const parts = [
    { label: 'arrived', amount: line.receivedQuantity, color: 'gray' },
    { label: 'restocked', amount: line.restockedQuantity, color: 'teal' },
    { label: 'written off', amount: line.writtenOffQuantity, color: 'orange' },
  ];
  return parts
    .filter(({ amount, label }) => amount > 0 || label === 'arrived')
    .map(({ label, amount, color }) => (
      <Badge key={label} variant="light" color={color} size="sm">
        {amount} {label}
      </Badge>
    ));
}
