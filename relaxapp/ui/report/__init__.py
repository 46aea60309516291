"""The report for a therapist: pages that look the same in the preview, on paper and in a PDF."""
