'use client';

import {
  Autocomplete,
  Badge,
  Button,
  Card,
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Notification,
  Select,
  Tooltip,
} from '@mantine/core';

const brand: MantineColorsTuple = [
  '#eef1ff',
  '#dfe4ff',
  '#c3ccff',
  '#a1aefc',
  '#7f8df5',
  '#6370ec',
  '#4c55dc',
  '#3f46c0',
  '#343a9c',
  '#2a2f7a',
];
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e7eaef',
  '#d9dde5',
  '#c3c9d4',
  '#9aa3b2',
  '#737d8e',
  '#4d5667',
  '#343b49',
  '#1a1f2b',
];
const dark: MantineColorsTuple = [
  '#e8eaf0',
  '#b4bac8',
  '#98a0b1',
  '#6b7386',
  '#363c4a',
  '#2a2f3b',
  '#21252f',
  '#181b23',
  '#111319',
  '#0b0d12',
];

const tinted = [
  'brand',
  'blue',
  'cyan',
  'gray',
  'grape',
  'green',
  'orange',
  'pink',
  'red',
  'teal',
  'violet',
  'yellow',
];

/** Mantine's dimmed, placeholder and light-badge colours fall short of WCAG AA (4.5:1): these do not. */
export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--console-canvas': colors.gray[0],
    '--mantine-color-text': colors.gray[9],
    '--mantine-color-dimmed': '#5a6374',
    '--mantine-color-placeholder': '#667083',
    '--mantine-color-default-border': colors.gray[3],
    '--mantine-color-error': colors.red[9],
    ...Object.fromEntries(
      tinted.flatMap((name) => [
        [`--mantine-color-${name}-light`, `color-mix(in srgb, ${colors[name]?.[1]}, white 35%)`],
        [`--mantine-color-${name}-light-color`, `color-mix(in srgb, ${colors[name]?.[9]}, black 30%)`],
      ]),
    ),
    '--mantine-color-gray-light': colors.gray[2],
  },
  dark: {
    '--console-canvas': colors.dark[8],
    '--mantine-color-body': colors.dark[7],
    '--mantine-color-text': colors.dark[0],
    '--mantine-color-dimmed': '#a3abbb',
    '--mantine-color-placeholder': '#949cad',
    '--mantine-color-default': colors.dark[6],
    '--mantine-color-default-hover': colors.dark[5],
    '--mantine-color-default-border': colors.dark[4],
    '--mantine-color-anchor': brand[3],
    '--mantine-color-error': colors.red[4],
    ...Object.fromEntries(
      tinted.flatMap((name) => [
        [`--mantine-color-${name}-light`, `color-mix(in srgb, ${colors[name]?.[5]} 18%, ${colors.dark[7]})`],
        [`--mantine-color-${name}-light-color`, `color-mix(in srgb, ${colors[name]?.[2]}, white 25%)`],
      ]),
    ),
  },
});

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand, gray, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'var(--font-geist-sans), system-ui, sans-serif',
  fontFamilyMonospace: 'var(--font-geist-mono), ui-monospace, monospace',
  headings: { fontWeight: '600', fontFamily: 'var(--font-geist-sans), system-ui, sans-serif' },
  components: {
    // A closed list stays out of the page: hidden options would answer to the field's label too.
    Autocomplete: Autocomplete.extend({ defaultProps: { comboboxProps: { keepMounted: false } } }),
    Select: Select.extend({ defaultProps: { comboboxProps: { keepMounted: false } } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500 },
      styles: { root: { flexShrink: 0, maxWidth: 'none' }, label: { overflow: 'visible' } },
    }),
    Button: Button.extend({ defaultProps: { fw: 500 } }),
    // By its name: calendars are loaded where they are used.
    CalendarHeader: { defaultProps: { previousLabel: 'Earlier', nextLabel: 'Later' } },
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } }),
    Drawer: Drawer.extend({
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
      defaultProps: { padding: 'lg', overlayProps: { blur: 2 }, closeButtonProps: { 'aria-label': 'Close' } },
    }),
    Modal: Modal.extend({
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
      defaultProps: {
        radius: 'lg',
        padding: 'lg',
        centered: true,
        overlayProps: { blur: 2 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-dimmed)' } } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250 } }),
  },
});
