"""What allowed acts do, one file a kind of act: talks, cases."""
