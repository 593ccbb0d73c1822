import { Box } from '@mantine/core';
import { DateTimePicker, type DateTimePickerProps } from '@mantine/dates';
import type { FocusEvent } from 'react';

/** A day and a time. Escape closes its calendar and not the form around it. */
export function MomentPicker(props: DateTimePickerProps) {
  return (
    <Box onFocusCapture={keepEscape}>
      <DateTimePicker
        valueFormat="D MMM YYYY, HH:mm"
        popoverProps={{ keepMounted: false, returnFocus: true }}
        submitButtonProps={{ 'aria-label': 'Take this time' }}
        timePickerProps={{ hoursInputLabel: 'Hours', minutesInputLabel: 'Minutes' }}
        {...props}
      />
    </Box>
  );
}

/** Mantine's dialogs listen on the window before anybody else; this is how a part of them takes a key for itself. */
function keepEscape({ target }: FocusEvent<HTMLDivElement>): void {
  if (target.closest('[data-dates-dropdown]') !== null) {
    target.setAttribute('data-mantine-stop-propagation', 'true');
  }
}
