"""What `check` and `build` tell: findings, what comes next, what a build did."""
