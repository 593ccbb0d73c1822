import { NavLink } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import classes from './app-frame.module.css';

interface FrameLinkProps {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly active: boolean;
  readonly onFollow: () => void;
}

export function FrameLink({ href, label, icon: Icon, active, onFollow }: FrameLinkProps) {
  return (
    <NavLink
      component={Link}
      href={href}
      label={label}
      active={active}
      aria-current={active ? 'page' : undefined}
      leftSection={<Icon size={18} strokeWidth={1.9} aria-hidden />}
      onClick={onFollow}
      classNames={{ root: classes.link, label: classes.linkLabel }}
    />
  );
}
