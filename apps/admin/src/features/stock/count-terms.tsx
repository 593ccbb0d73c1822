import { Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { oneOf } from '../../lib/use-address.ts';
import classes from './count.module.css';
import { adjustmentReasons, type StockLocation } from './stock.ts';
import type { CountTerms } from './use-count-sheet.ts';

const reasons = adjustmentReasons.map(({ value }) => value);

interface CountTermsFieldsProps {
  readonly terms: CountTerms;
  readonly locations: readonly StockLocation[];
  readonly locationId: string;
  /** Rows belong to the location they were looked up at. */
  readonly fixed: boolean;
  readonly onTerms: (terms: CountTerms) => void;
  readonly onLocation: (id: string) => void;
}

/** Where is counted, how and why. */
export function CountTermsFields(props: CountTermsFieldsProps) {
  const { terms, locations, locationId, fixed, onTerms, onLocation } = props;
  return (
    <div className={classes.terms}>
      <Select
        label="Location"
        allowDeselect={false}
        disabled={fixed}
        data={locations.map(({ id, name }) => ({ value: id, label: name }))}
        value={locationId}
        onChange={(value) => value !== null && onLocation(value)}
      />
      <Input.Wrapper label="The numbers" labelElement="div" labelProps={{ 'aria-hidden': true }}>
        <SegmentedControl
          aria-label="The numbers"
          fullWidth
          data={[
            { value: 'set', label: 'are what lies there' },
            { value: 'change', label: 'came or went' },
          ]}
          value={terms.mode}
          onChange={(value) => onTerms({ ...terms, mode: value === 'change' ? 'change' : 'set' })}
        />
      </Input.Wrapper>
      <Select
        label="Reason"
        allowDeselect={false}
        data={adjustmentReasons}
        value={terms.reason}
        onChange={(value) => onTerms({ ...terms, reason: oneOf(reasons, value) ?? 'correction' })}
      />
      <TextInput
        label="Note"
        placeholder="Optional"
        maxLength={500}
        value={terms.note}
        onChange={(event) => onTerms({ ...terms, note: event.currentTarget.value })}
      />
    </div>
  );
}
