"""Files that take a while: kept on the disk, and worked on by another process.

upload      what is known of a file, its state and what was chosen of it     values
seen        what a package holds, as its page shows it                       values
keeping     the folder they are kept in: bounded, and cleaned up
works       what is done with a file
labour      the process that does it; the wire to it is `orders`
jobs        who starts it, hears how far it is, and can stop it
"""
