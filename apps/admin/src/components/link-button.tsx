'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface LinkButtonProps extends ButtonProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that looks like a button, also for pages rendered on the server. */
export function LinkButton({ href, children, ...button }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} {...button}>
      {children}
    </Button>
  );
}
