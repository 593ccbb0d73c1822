import { notifications } from '@mantine/notifications';
import { Check, TriangleAlert } from 'lucide-react';

const closeButtonProps = { 'aria-label': 'Dismiss' };

export function toastDone(title: string, message: string): void {
  notifications.show({
    title,
    message,
    color: 'teal',
    icon: <Check size={18} />,
    withBorder: true,
    closeButtonProps,
  });
}

export function toastProblem(title: string, message: string): void {
  notifications.show({
    title,
    message,
    color: 'red',
    icon: <TriangleAlert size={18} />,
    withBorder: true,
    autoClose: 9000,
    closeButtonProps,
  });
}
