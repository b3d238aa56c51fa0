"""How candidates' mailboxes are reached, how far they were looked at, and which drafts lie there."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0003_mail'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Mailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=320)),
                ('user', models.CharField(max_length=320)),
                ('host', models.CharField(max_length=320)),
                ('port', models.PositiveIntegerField(default=993)),
                ('security', models.CharField(default='tls', max_length=40)),
                ('secret', models.TextField()),
                ('way', models.CharField(default='password', max_length=40)),
                ('connected', models.DateTimeField()),
                ('back', models.PositiveSmallIntegerField(default=60)),
                ('folders', models.JSONField(default=list)),
                ('seen', models.JSONField(default=list)),
                ('drafts', models.BooleanField(default=True)),
                ('asked', models.JSONField(default=list)),
                ('next', models.DateTimeField(null=True)),
                ('looking', models.DateTimeField(null=True)),
                ('looked', models.DateTimeField(null=True)),
                ('trouble', models.TextField(default='')),
                ('doubted', models.TextField(default='')),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mailbox', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('folder', models.TextField()),
                ('known', models.JSONField(default=dict)),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='journal.mailbox')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Placed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40)),
                ('state', models.CharField(default='there', max_length=40)),
                ('made', models.DateTimeField()),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placed', to='journal.mailbox')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='mailbox',
            index=models.Index(condition=models.Q(('next__isnull', False)), fields=['next'], name='mailboxes_that_are_due'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(fields=('mailbox', 'folder'), name='one_place_a_folder'),
        ),
        migrations.AddConstraint(
            model_name='placed',
            constraint=models.UniqueConstraint(fields=('mailbox', 'step'), name='one_placed_a_step'),
        ),
    ]
